package fr.acquis.notification;

import fr.acquis.shared.CertifyingBodyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    /** To the candidate: the day of the filing on the State's portal is recorded, and the legal date counted from it. */
    record PortalFilingRecorded(CaseReference about, LocalDate filedOn, LegalDate decision, String page)
            implements OnCase {

        @Override
        public String key() {
            return "portal-filing-recorded";
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

    /** To the candidate and, in other words, to their adviser: the next session of support has its date. */
    record SupportSessionPlanned(CaseReference about, Appointment when, boolean toAdviser, String page)
            implements OnCase {

        @Override
        public String key() {
            return toAdviser ? "support-session-to-hold" : "support-session-planned";
        }
    }

    /** To the candidate, the adviser or both: support is over. */
    record SupportEnded(CaseReference about, LocalDate endedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "support-ended";
        }
    }

    /**
     * To one of the two of a support: something in it asks for their attention.
     *
     * @param when the session it is about; null when it is about none
     */
    record SupportNews(
            CaseReference about, What what, @Nullable Appointment when, String page) implements OnCase {

        @Override
        public String key() {
            return "support-" + what.key;
        }

        /** Each in words of its own. */
        public enum What {
            AGREEMENT_TO_SIGN("agreement-to-sign"),
            AGREEMENT_SIGNED("agreement-signed"),
            AGREEMENT_DECLINED("agreement-declined"),
            SESSION_MOVED("session-moved"),
            SESSION_CANCELLED("session-cancelled"),
            SESSION_TOMORROW("session-tomorrow"),
            ATTENDANCE_TO_SIGN("attendance-to-sign"),
            ATTENDANCE_DISPUTED("attendance-disputed"),
            CHECK_IN("check-in"),
            CHECK_IN_AGAIN("check-in-again"),
            CHECK_IN_ANSWERED("check-in-answered"),
            CHECK_IN_SILENT("check-in-silent");

            private final String key;

            What(String key) {
                this.key = key;
            }
        }
    }

    /** To the candidate: the case waits for something of theirs. */
    record Reminded(CaseReference about, LocalDate due, String page) implements OnCase {

        @Override
        public String key() {
            return "reminded";
        }
    }

    /** To the candidate: a document is asked for; its name only. */
    record DocumentAsked(CaseReference about, String document, String page) implements OnCase {

        @Override
        public String key() {
            return "document-asked";
        }
    }

    /** To the candidate: a plan for the missing blocs waits for their word. */
    record PlanProposed(CaseReference about, LocalDate answerBy, String page) implements OnCase {

        @Override
        public String key() {
            return "plan-proposed";
        }
    }

    /** To the candidate: the plan is done, the missing blocs may be tried again. */
    record PlanDone(CaseReference about, LocalDate doneOn, String page) implements OnCase {

        @Override
        public String key() {
            return "plan-done";
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

    /** To the candidate: the validation file (livret 2) is deposited. */
    record Livret2Deposited(CaseReference about, LocalDate depositedOn, LegalDate check, LegalDate jury, String page)
            implements OnCase {

        @Override
        public String key() {
            return "livret2-deposited";
        }
    }

    /** To the adviser: a candidate asks for a review of livret 2. */
    record Livret2ReviewAsked(CaseReference about, LocalDate reviewBy, String page) implements OnCase {

        @Override
        public String key() {
            return "livret2-review-asked";
        }
    }

    /** To the candidate: the adviser has reviewed livret 2; what was said is read on the page. */
    record Livret2Reviewed(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "livret2-reviewed";
        }
    }

    /** To the candidate: the deposited file has a problem; what it is is read on the page. */
    record Livret2Problem(CaseReference about, LocalDate completeBy, String page) implements OnCase {

        @Override
        public String key() {
            return "livret2-problem";
        }
    }

    /** To the candidate: blocs are obtained, their attestation can be downloaded. */
    record AttestationIssued(CaseReference about, int blocks, String page) implements OnCase {

        @Override
        public String key() {
            return "attestation-issued";
        }
    }

    /** To the candidate: the certificate is delivered. */
    record CertificateIssued(CaseReference about, LocalDate issuedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "certificate-issued";
        }
    }

    /** To the candidate: the delivery waits for a new passage before the jury; no bloc is lost. */
    record DeliveryPutOff(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "delivery-put-off";
        }
    }

    /** To staff: the CPNE returned a result to the jury. */
    record ReturnedToJury(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "returned-to-jury";
        }
    }

    /** To the candidate: the appeal has arrived. */
    record AppealReceived(CaseReference about, LocalDate filedOn, LocalDate due, String page) implements OnCase {

        @Override
        public String key() {
            return "appeal-received";
        }
    }

    /** To the managers: a decision is proposed, a second person confirms it before it is sent. */
    record DecisionToConfirm(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "decision-to-confirm";
        }
    }

    /** To staff: an appeal is to be examined. */
    record AppealToExamine(CaseReference about, LocalDate due, String page) implements OnCase {

        @Override
        public String key() {
            return "appeal-to-examine";
        }
    }

    /** To the candidate: the appeal has its answer; what it is, is read on the page. */
    record AppealDecided(CaseReference about, LocalDate decidedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "appeal-decided";
        }
    }

    /** To the candidate: the certifier answered the request to keep the recevabilité longer. */
    record ProrogationAnswered(CaseReference about, LocalDate answeredOn, String page) implements OnCase {

        @Override
        public String key() {
            return "prorogation-answered";
        }
    }

    /** To the candidate: the stop is recorded, the blocs stay. */
    record Stopped(CaseReference about, LocalDate stoppedOn, String page) implements OnCase {

        @Override
        public String key() {
            return "stopped";
        }
    }

    /** To the candidate: the jury meets them. The letter has the rest. */
    record HearingSummoned(CaseReference about, Appointment when, String page) implements OnCase {

        @Override
        public String key() {
            return "hearing-summoned";
        }
    }

    /** To the candidate: the hearing they were called to does not take place then; another date follows. */
    record HearingMoved(CaseReference about, LocalDate day, String page) implements OnCase {

        @Override
        public String key() {
            return "hearing-moved";
        }
    }

    /** To the candidate: the jury has decided; what, is read in the letter. */
    record JuryResult(CaseReference about, LocalDate heldOn, String page) implements OnCase {

        @Override
        public String key() {
            return "jury-result";
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

    /** To staff: a member declared a link to the candidate; somebody else must sit for this case. */
    record JurorLinked(CaseReference about, LocalDate day, String page) implements OnCase {

        @Override
        public String key() {
            return "juror-linked";
        }
    }

    /**
     * To whoever reads there: something was written about the case and waits to be read; its words are on the page only.
     *
     * @param note whether it is an internal note
     */
    record MessageWaiting(CaseReference about, boolean note, String page) implements OnCase {

        @Override
        public String key() {
            return note ? "note-waiting" : "message-waiting";
        }
    }

    /** To whoever follows the case: something happened to it. */
    record Followed(CaseReference about, Moment moment, String page) implements OnCase {

        @Override
        public String key() {
            return "followed";
        }
    }

    /**
     * To the candidate, to who supported them and to who does from now on: the support has changed hands.
     *
     * @param part which of the three the reader is
     * @param adviser who supports the candidate from now on; not said in the mail
     */
    record Transferred(CaseReference about, Part part, String adviser, String page) implements OnCase {

        public enum Part {
            CANDIDATE,
            FORMER,
            NEW
        }

        @Override
        public String key() {
            return "transferred-" + part.name().toLowerCase(Locale.ROOT);
        }
    }

    /** To staff: the candidate or their adviser asks for another adviser; why is read on the page. */
    record TransferAsked(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "transfer-asked";
        }
    }

    /** To whoever asked for another adviser: it was looked at and stays as it is; why is read on the page. */
    record TransferDeclined(CaseReference about, String page) implements OnCase {

        @Override
        public String key() {
            return "transfer-declined";
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
