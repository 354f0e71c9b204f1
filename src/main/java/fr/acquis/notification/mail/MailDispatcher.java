package fr.acquis.notification.mail;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.MailAnswers;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.store.MailRows;
import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued, outside any transaction, one leased mail at a time. A sender that dies between the server's yes
 * and its own mark leaves the lease to run out: the mail is then sent again with the same Message-ID.
 */
@Component
class MailDispatcher {

    static final Duration GIVE_UP = Duration.ofDays(3);

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final MailRows rows;
    private final MailCarrier carrier;
    private final People people;
    private final ObjectProvider<MailAnswers> answers;
    private final NotificationSettings settings;
    private final FaultPoints faults;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final UUID owner = UUID.randomUUID();
    private final ReentrantLock running = new ReentrantLock();

    MailDispatcher(
            MailRows rows,
            MailCarrier carrier,
            People people,
            ObjectProvider<MailAnswers> answers,
            NotificationSettings settings,
            FaultPoints faults,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.carrier = carrier;
        this.people = people;
        this.answers = answers;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void sendDue() {
        if (!running.tryLock()) {
            return;
        }
        try {
            Optional<MailRows.Leased> next = lease();
            while (next.isPresent() && send(next.get())) {
                next = lease();
            }
        } finally {
            running.unlock();
        }
    }

    private Optional<MailRows.Leased> lease() {
        return transaction.execute(status -> rows.lease(owner, clock.instant(), settings.mailLease()));
    }

    /** @return whether it is worth trying the next mail now */
    private boolean send(MailRows.Leased leased) {
        MailRows.Queued mail = leased.mail();
        Optional<Person> reader = people.find(mail.recipient());
        if (reader.isEmpty()) {
            refused(leased, Refusal.NO_ADDRESS);
            return true;
        }
        String to = reader.get().email();
        try {
            carrier.carry(outgoing(leased, reader.get()));
        } catch (MailException failure) {
            Refusal refusal = Refusal.of(failure);
            log.warn("mail {} was not accepted: {}", mail.id(), refusal.code());
            refused(leased, refusal);
            return refusal != Refusal.UNREACHABLE;
        }
        faults.reached(FaultPoints.Place.AFTER_MAIL_ACCEPTED);
        transaction.executeWithoutResult(status -> rows.sent(mail.id(), owner, clock.instant(), to));
        return true;
    }

    private void refused(MailRows.Leased leased, Refusal refusal) {
        Instant now = clock.instant();
        boolean tooLong = leased.tryingSince().plus(GIVE_UP).isBefore(now);
        transaction.executeWithoutResult(status -> {
            if (refusal.permanent()) {
                rows.failed(leased.mail().id(), owner, refusal.code());
            } else if (tooLong) {
                rows.failed(leased.mail().id(), owner, Refusal.GIVEN_UP.code());
            } else {
                rows.putOff(leased.mail().id(), owner, refusal.code(), now.plus(pause(leased.attempts())));
            }
        });
    }

    /** Doubles from half a minute to four hours. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private OutgoingMail outgoing(MailRows.Leased leased, Person reader) {
        MailRows.Queued mail = leased.mail();
        return new OutgoingMail(
                mail.id(),
                reader.email(),
                reader.displayName(),
                mail.senderName(),
                mail.language(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.attachments(),
                leased.queuedAt(),
                answersTo(mail));
    }

    /** Another address each time: of two copies of a mail, each may be answered. */
    private @Nullable String answersTo(MailRows.Queued mail) {
        JourneyId journey = mail.journey();
        return mail.answerable() && journey != null
                ? answers.stream()
                        .flatMap(room -> room.newAddress(journey, mail.recipient()).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
