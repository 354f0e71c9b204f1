package fr.acquis.notification;

import java.time.LocalDate;

/** What is told about the jury of a case. */
public sealed interface JuryNotification extends Notification.OnCase {

    /** To the candidate: the jury meets them. The letter has the rest. */
    record HearingSummoned(CaseReference about, Appointment when, String page) implements JuryNotification {

        @Override
        public String key() {
            return "hearing-summoned";
        }
    }

    /** To the candidate: the hearing they were called to does not take place then; another date follows. */
    record HearingMoved(CaseReference about, LocalDate day, String page) implements JuryNotification {

        @Override
        public String key() {
            return "hearing-moved";
        }
    }

    /** To the candidate: the jury has decided; what, is read in the letter. */
    record JuryResult(CaseReference about, LocalDate heldOn, String page) implements JuryNotification {

        @Override
        public String key() {
            return "jury-result";
        }
    }

    /** To staff: a member declared a link to the candidate; somebody else must sit for this case. */
    record JurorLinked(CaseReference about, LocalDate day, String page) implements JuryNotification {

        @Override
        public String key() {
            return "juror-linked";
        }
    }
}
