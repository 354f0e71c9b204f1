package fr.acquis.notification;

import fr.acquis.shared.CertifyingBodyId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told, as a mail and as a notice in the application. A mail says that something happened, what is
 * expected and until when, and leads to a page; it carries no reasons, no pieces' content and no name but the reader's.
 *
 * <p>{@code page} is a path of ours, "/mon-parcours"; the public address is put before it here.
 */
public sealed interface Notification {

    /** Stable name: part of message keys and of the mail log. */
    String key();

    /** Where the reader goes from here, a path of ours. */
    String page();

    /** The certifying body in whose name it is said. */
    CertifyingBodyId certifyingBody();

    /** The case it is about; null when it is about none. */
    @Nullable
    CaseReference about();

    /** Notifications about a case. */
    sealed interface OnCase extends Notification
            permits AdmissibilityNotification,
                    SupportNotification,
                    Livret2Notification,
                    JuryNotification,
                    AwardNotification,
                    CaseNotification {

        @Override
        CaseReference about();

        @Override
        default CertifyingBodyId certifyingBody() {
            return about().certifyingBody();
        }
    }

    /**
     * To staff: a case stands still for a technical reason (blocage technique).
     *
     * @param about null when no single case is concerned
     * @param problem what happened, in words a manager understands
     */
    record TechnicalBlock(
            CertifyingBodyId certifyingBody, @Nullable CaseReference about, String problem, String page)
            implements Notification {

        @Override
        public String key() {
            return "technical-block";
        }
    }

    /** To staff: a mail could not be delivered for good; the person must be reached another way. */
    record MailUndeliverable(
            CertifyingBodyId certifyingBody, @Nullable CaseReference about, String page) implements Notification {

        @Override
        public String key() {
            return "mail-undeliverable";
        }
    }

    /**
     * To a member of the jury: the session they sit in.
     *
     * @param certification whose jury it is
     */
    record JurorSummoned(CertifyingBodyId certifyingBody, String certification, Appointment when, String page)
            implements Notification {

        @Override
        public String key() {
            return "juror-summoned";
        }

        @Override
        public @Nullable CaseReference about() {
            return null;
        }
    }

    /** To a former member: somebody else sits in their place. */
    record JurorRelieved(CertifyingBodyId certifyingBody, String certification, LocalDate day, String page)
            implements Notification {

        @Override
        public String key() {
            return "juror-relieved";
        }

        @Override
        public @Nullable CaseReference about() {
            return null;
        }
    }

    /**
     * To somebody who wished to be told once a day.
     *
     * @param said what they have not read yet, already in their words
     */
    record DailyDigest(CertifyingBodyId certifyingBody, List<String> said, String page) implements Notification {

        public DailyDigest {
            said = List.copyOf(said);
        }

        @Override
        public String key() {
            return "daily-digest";
        }

        @Override
        public @Nullable CaseReference about() {
            return null;
        }
    }
}
