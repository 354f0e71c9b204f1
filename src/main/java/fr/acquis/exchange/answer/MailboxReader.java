package fr.acquis.exchange.answer;

import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.exchange.answer.AnswerIntake.Outcome;
import fr.acquis.exchange.store.AnswerRows;
import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Empties the mailbox. A mail leaves it once what follows from it is committed: whoever dies between finds it again and knows
 * it. One that cannot be handled is tried again behind the others, then put aside; the log says that, and nothing of it.
 */
@Component
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxReader implements Figures {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);
    private static final String ASIDE = "aside";
    private static final String AWAY = "away";
    private static final Duration KEPT = Duration.ofDays(60);
    private static final int FORGOTTEN_AT_ONCE = 500;

    private final MailboxSettings settings;
    private final AnswerIntake intake;
    private final AnswerRows rows;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    MailboxReader(MailboxSettings settings, AnswerIntake intake, AnswerRows rows, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.rows = rows;
        this.meters = meters;
        this.clock = clock;
        // They stand at zero from the start: the first one is then a rise.
        Stream.concat(Arrays.stream(Outcome.values()).map(Outcome::label), Stream.of(ASIDE, AWAY))
                .forEach(this::counter);
    }

    @Scheduled(fixedDelayString = "${acquis.mailbox.every:PT30S}", initialDelayString = "${acquis.mailbox.every:PT30S}")
    @SchedulerLock(name = "exchange-mailbox", lockAtMostFor = "PT30M")
    void sweep() {
        if (settings.read()) {
            read();
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    @SchedulerLock(name = "exchange-mailbox-memory")
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        boolean more;
        do {
            more = rows.forget(before, FORGOTTEN_AT_ONCE);
        } while (more);
    }

    /** Handles what lies there now. */
    void read() {
        reading.lock();
        try (Mailbox mailbox = Mailbox.open(settings)) {
            List<Message> waiting = mailbox.waiting();
            for (Message message : waiting) {
                if (!handle(mailbox, message)) {
                    return;
                }
            }
        } catch (MessagingException away) {
            count(AWAY);
            log.warn(
                    "the mailbox of answers cannot be read: {}", away.getClass().getSimpleName());
        } finally {
            reading.unlock();
        }
    }

    /** @return false when the fault is not the mail's: it is no use going on */
    private boolean handle(Mailbox mailbox, Message message) throws MessagingException {
        ArrivedMail mail = ArrivedMail.of(message, mailbox.place(message));
        int tries = rows.begin(mail.key(), clock.instant());
        if (tries > settings.tries()) {
            putAside(mailbox, message);
            return true;
        }
        try {
            count(intake.take(mail).label());
        } catch (StoreUnavailable
                | TransactionException
                | TransientDataAccessException
                | DataAccessResourceFailureException elsewhere) {
            return missed(mail, elsewhere);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            if (!mailbox.reachable()) {
                return missed(mail, unreadable);
            }
            log.warn(
                    "an answer could not be read at try {}: {}",
                    tries,
                    unreadable.getClass().getSimpleName());
            if (tries == settings.tries()) {
                putAside(mailbox, message);
            }
            return true;
        }
        mailbox.done(message);
        rows.over(mail.key());
        return true;
    }

    private boolean missed(ArrivedMail mail, Exception elsewhere) {
        log.warn("answers wait in their mailbox: {}", elsewhere.getClass().getSimpleName());
        rows.forgive(mail.key());
        return false;
    }

    private void putAside(Mailbox mailbox, Message message) throws MessagingException {
        mailbox.putAside(message);
        count(ASIDE);
        log.warn("an answer could not be handled and lies in the folder {}", settings.aside());
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("acquis.answers", "outcome", outcome);
    }

    /** Mails put aside within the last weeks. */
    @Override
    public List<Figure> count() {
        return List.of(Figure.count("acquis.answers.aside", rows.begunAtLeast(settings.tries())));
    }
}
