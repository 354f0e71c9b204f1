package fr.acquis.exchange.answer;

import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.MessageWriting;
import fr.acquis.exchange.Seats;
import fr.acquis.exchange.answer.AnswerFiles.Taken;
import fr.acquis.exchange.store.AnswerRows;
import fr.acquis.exchange.store.AnswerRows.Invited;
import fr.acquis.identity.OnBehalf;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.CaseNotification.AnswerNotTaken.Why;
import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.shared.BusinessRefusal;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a mail into the thread it answers, in the name of the one person whose address it bears and who wrote it. */
@Component
class AnswerIntake {

    private final AnswerAddresses addresses;
    private final AnswerRows rows;
    private final AnswerFiles files;
    private final AnswerWords words;
    private final MessageWriting writing;
    private final Seats seats;
    private final People people;
    private final OnBehalf behalf;
    private final CorrespondenceLanguage languages;
    private final MailboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerIntake(
            AnswerAddresses addresses,
            AnswerRows rows,
            AnswerFiles files,
            AnswerWords words,
            MessageWriting writing,
            Seats seats,
            People people,
            OnBehalf behalf,
            CorrespondenceLanguage languages,
            MailboxSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.addresses = addresses;
        this.rows = rows;
        this.files = files;
        this.words = words;
        this.writing = writing;
        this.seats = seats;
        this.people = people;
        this.behalf = behalf;
        this.languages = languages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a mail. */
    enum Outcome {
        TAKEN,
        /** Its author was told why, and what to do. */
        REFUSED,
        /** It had come before. */
        KNOWN,
        /** A machine wrote it. */
        AUTOMATIC,
        /** It bears no address that we gave, or its person has no account any more. */
        UNKNOWN,
        /** Somebody else wrote it. */
        FOREIGN,
        /** The mail server does not vouch for its sender. */
        UNPROVED,
        /** Too many came; that was said once. */
        TOO_MANY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Not inside a transaction: files are taken in before the message is written.
     *
     * @throws MessagingException when it cannot be read
     */
    Outcome take(ArrivedMail mail) throws MessagingException, IOException {
        if (mail.automatic()) {
            return Outcome.AUTOMATIC;
        }
        Optional<Invited> found = addresses.among(mail.addressed());
        Optional<Person> person = found.flatMap(invited -> people.find(invited.person()));
        if (found.isEmpty() || person.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!mail.from(person.get().email())) {
            return Outcome.FOREIGN;
        }
        if (!settings.authenticatedBy().isBlank() && !mail.vouchedFor(settings.authenticatedBy())) {
            return Outcome.UNPROVED;
        }
        return rows.answered(mail.key(), found.get().address()) ? Outcome.KNOWN : inTheirName(mail, found.get());
    }

    private Outcome inTheirName(ArrivedMail mail, Invited invited) throws MessagingException, IOException {
        AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.UNKNOWN);
        try {
            behalf.during(invited.person(), () -> outcome.set(read(mail, invited)));
        } catch (Unreadable unreadable) {
            throw new MessagingException("unreadable", unreadable);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return outcome.get();
    }

    private Outcome read(ArrivedMail mail, Invited invited) {
        try {
            int today = rows.since(invited, clock.instant().minus(Duration.ofDays(1)));
            if (today > settings.mostADay()) {
                return Outcome.TOO_MANY;
            }
            Optional<Why> obstacle = obstacle(mail, invited, today);
            return obstacle.isPresent() ? refuse(mail, invited, obstacle.get(), List.of()) : content(mail, invited);
        } catch (MessagingException unreadable) {
            throw new Unreadable(unreadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands in the way before a word of it is read. */
    private Optional<Why> obstacle(ArrivedMail mail, Invited invited, int today) throws MessagingException {
        if (!seated(invited)) {
            return Optional.of(Why.NO_ACCESS);
        }
        if (!invited.alive(clock.instant())) {
            return Optional.of(Why.EXPIRED);
        }
        if (today == settings.mostADay()) {
            return Optional.of(Why.TOO_MANY);
        }
        return mail.message().getSize() > settings.largest().toBytes() ? Optional.of(Why.TOO_LARGE) : Optional.empty();
    }

    private boolean seated(Invited invited) {
        try {
            seats.mine(invited.journey(), Message.Kind.MESSAGE);
            return true;
        } catch (BusinessRefusal none) {
            return false;
        }
    }

    private Outcome content(ArrivedMail mail, Invited invited) throws MessagingException, IOException {
        AnswerParts parts = AnswerParts.of(mail.message());
        String text = OwnWords.of(parts.text());
        if (text.isEmpty() && parts.files().isEmpty()) {
            return refuse(mail, invited, Why.EMPTY, List.of());
        }
        if (text.length() > Exchanges.LONGEST) {
            return refuse(mail, invited, Why.TOO_LONG, List.of());
        }
        Taken taken = files.take(invited.journey(), parts.files(), languages.of(invited.person()));
        if (text.isEmpty() && taken.files().isEmpty()) {
            return refuse(mail, invited, Why.NO_FILE, taken.reasons());
        }
        return write(mail, invited, text, taken);
    }

    private Outcome write(ArrivedMail mail, Invited invited, String text, Taken taken) {
        return transaction.execute(status -> {
            if (!rows.answer(mail.key(), invited, Outcome.TAKEN.name(), clock.instant())) {
                return Outcome.KNOWN;
            }
            MessageId message = writing.answerByMail(invited.journey(), text, taken.files(), taken.names());
            rows.became(mail.key(), invited.address(), message);
            words.arrived(mail.key(), invited, message);
            if (!taken.reasons().isEmpty()) {
                words.notTaken(mail.key(), invited, Why.FILES, taken.reasons());
            }
            return Outcome.TAKEN;
        });
    }

    private Outcome refuse(ArrivedMail mail, Invited invited, Why why, List<String> reasons) {
        return transaction.execute(status -> {
            if (!rows.answer(mail.key(), invited, why.name(), clock.instant())) {
                return Outcome.KNOWN;
            }
            words.notTaken(mail.key(), invited, why, reasons);
            return Outcome.REFUSED;
        });
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(MessagingException cause) {
            super(cause);
        }
    }
}
