package fr.acquis.notification;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told about support, from the first session to a plan for missing blocs. */
public sealed interface SupportNotification extends Notification.OnCase {

    /** To the candidate and, in other words, to their adviser: the next session of support has its date. */
    record SupportSessionPlanned(CaseReference about, Appointment when, boolean toAdviser, String page)
            implements SupportNotification {

        @Override
        public String key() {
            return toAdviser ? "support-session-to-hold" : "support-session-planned";
        }
    }

    /** To the candidate, the adviser or both: support is over. */
    record SupportEnded(CaseReference about, LocalDate endedOn, String page) implements SupportNotification {

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
            CaseReference about, What what, @Nullable Appointment when, String page) implements SupportNotification {

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
            SESSION_HANDED_OVER("session-handed-over"),
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

    /**
     * To the candidate, to who supported them and to who does from now on: the support has changed hands.
     *
     * @param part which of the three the reader is
     * @param adviser who supports the candidate from now on; not said in the mail
     */
    record Transferred(CaseReference about, Part part, String adviser, String page) implements SupportNotification {

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
    record TransferAsked(CaseReference about, String page) implements SupportNotification {

        @Override
        public String key() {
            return "transfer-asked";
        }
    }

    /** To whoever asked for another adviser: it was looked at and stays as it is; why is read on the page. */
    record TransferDeclined(CaseReference about, String page) implements SupportNotification {

        @Override
        public String key() {
            return "transfer-declined";
        }
    }

    /** To the candidate: a plan for the missing blocs waits for their word. */
    record PlanProposed(CaseReference about, LocalDate answerBy, String page) implements SupportNotification {

        @Override
        public String key() {
            return "plan-proposed";
        }
    }

    /** To the candidate: the plan is done, the missing blocs may be tried again. */
    record PlanDone(CaseReference about, LocalDate doneOn, String page) implements SupportNotification {

        @Override
        public String key() {
            return "plan-done";
        }
    }
}
