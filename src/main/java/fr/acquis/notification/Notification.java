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
    sealed interface OnCase extends Notification {

        @Override
        CaseReference about();

        @Override
        default CertifyingBodyId certifyingBody() {
            return about().certifyingBody();
        }
    }

    /**
     * To the candidate: livret 1 has arrived.
     *
     * @param silence what happens without an answer by the legal date
     */
    record Livret1Received(CaseReference about, LocalDate receivedOn, LegalDate decision, String silence, String page)
            implements OnCase {

        @Override
        public String key() {
            return "livret1-received";
        }
    }

    /** To the candidate: pieces are missing; their names only. */
    record CompletionRequested(
            CaseReference about,
            List<String> missing,
            @Nullable LocalDate answerBy,
            String page) implements OnCase {

        public CompletionRequested {
            missing = List.copyOf(missing);
        }

        @Override
        public String key() {
            return "completion-requested";
        }
    }

    /** To the candidate: the request is accepted. */
    record Admitted(
            CaseReference about,
            LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            String page) implements OnCase {

        @Override
        public String key() {
            return "admitted";
        }
    }

    /** To the candidate: a decision was taken; that it is a refusal, and why, is read on the page. */
    record NotAdmitted(CaseReference about, LocalDate decidedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "not-admitted";
        }
    }

    /** To the candidate: the legal date passed, the request is accepted by silence. */
    record TacitlyAdmitted(
            CaseReference about,
            LegalDate deadline,
            @Nullable LocalDate validUntil,
            String page) implements OnCase {

        @Override
        public String key() {
            return "tacitly-admitted";
        }
    }

    /** To the candidate: the abandon is recorded. */
    record Abandoned(CaseReference about, LocalDate abandonedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "abandoned";
        }
    }

    /** To the candidate: the certifying body closed the case; why is read on the page. */
    record Closed(CaseReference about, LocalDate closedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "closed";
        }
    }

    /**
     * To staff: a legal date comes near and nothing is decided.
     *
     * @param remainingDays calendar days left
     */
    record LegalDateNear(CaseReference about, LegalDate decision, int remainingDays, String page) implements OnCase {

        @Override
        public String key() {
            return "legal-date-near";
        }
    }

    /** To staff: silence decided for the certifying body. */
    record DecidedBySilence(CaseReference about, LegalDate deadline, String page) implements OnCase {

        @Override
        public String key() {
            return "decided-by-silence";
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
}
