package fr.acquis.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about a request (livret 1): received, completed, decided, in time or by silence. */
public sealed interface AdmissibilityNotification extends Notification.OnCase {

    /**
     * To the candidate: livret 1 has arrived.
     *
     * @param silence what happens without an answer by the legal date
     */
    record Livret1Received(CaseReference about, LocalDate receivedOn, LegalDate decision, String silence, String page)
            implements AdmissibilityNotification {

        @Override
        public String key() {
            return "livret1-received";
        }
    }

    /** To the candidate: the day of the filing on the State's portal is recorded, and the legal date counted from it. */
    record PortalFilingRecorded(CaseReference about, LocalDate filedOn, LegalDate decision, String page)
            implements AdmissibilityNotification {

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
            String page) implements AdmissibilityNotification {

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
            String page) implements AdmissibilityNotification {

        @Override
        public String key() {
            return "admitted";
        }
    }

    /** To the candidate: a decision was taken; that it is a refusal, and why, is read on the page. */
    record NotAdmitted(CaseReference about, LocalDate decidedOn, String page) implements AdmissibilityNotification {

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
            String page) implements AdmissibilityNotification {

        @Override
        public String key() {
            return "tacitly-admitted";
        }
    }

    /**
     * To staff: a legal date comes near and nothing is decided.
     *
     * @param remainingDays calendar days left
     */
    record LegalDateNear(CaseReference about, LegalDate decision, int remainingDays, String page)
            implements AdmissibilityNotification {

        @Override
        public String key() {
            return "legal-date-near";
        }
    }

    /** To staff: silence decided for the certifying body. */
    record DecidedBySilence(CaseReference about, LegalDate deadline, String page) implements AdmissibilityNotification {

        @Override
        public String key() {
            return "decided-by-silence";
        }
    }

    /** To the managers: a decision is proposed, a second person confirms it before it is sent. */
    record DecisionToConfirm(CaseReference about, String page) implements AdmissibilityNotification {

        @Override
        public String key() {
            return "decision-to-confirm";
        }
    }

    /** To the candidate: the certifier answered the request to keep the recevabilité longer. */
    record ProrogationAnswered(CaseReference about, LocalDate answeredOn, String page)
            implements AdmissibilityNotification {

        @Override
        public String key() {
            return "prorogation-answered";
        }
    }
}
