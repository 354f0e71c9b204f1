package fr.acquis.notification;

import java.time.LocalDate;

/** What is told about the validation file (livret 2). */
public sealed interface Livret2Notification extends Notification.OnCase {

    /** To the candidate: the validation file (livret 2) is deposited. */
    record Livret2Deposited(CaseReference about, LocalDate depositedOn, LegalDate check, LegalDate jury, String page)
            implements Livret2Notification {

        @Override
        public String key() {
            return "livret2-deposited";
        }
    }

    /** To the adviser: a candidate asks for a review of livret 2. */
    record Livret2ReviewAsked(CaseReference about, LocalDate reviewBy, String page) implements Livret2Notification {

        @Override
        public String key() {
            return "livret2-review-asked";
        }
    }

    /** To the candidate: the adviser has reviewed livret 2; what was said is read on the page. */
    record Livret2Reviewed(CaseReference about, String page) implements Livret2Notification {

        @Override
        public String key() {
            return "livret2-reviewed";
        }
    }

    /** To the candidate: the deposited file has a problem; what it is is read on the page. */
    record Livret2Problem(CaseReference about, LocalDate completeBy, String page) implements Livret2Notification {

        @Override
        public String key() {
            return "livret2-problem";
        }
    }
}
