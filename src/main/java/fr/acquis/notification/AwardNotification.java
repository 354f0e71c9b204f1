package fr.acquis.notification;

import java.time.LocalDate;

/** What is told about documents delivered and about appeals. */
public sealed interface AwardNotification extends Notification.OnCase {

    /** To the candidate: blocs are obtained, their attestation can be downloaded. */
    record AttestationIssued(CaseReference about, int blocks, String page) implements AwardNotification {

        @Override
        public String key() {
            return "attestation-issued";
        }
    }

    /** To the candidate: the certificate is delivered. */
    record CertificateIssued(CaseReference about, LocalDate issuedOn, String page) implements AwardNotification {

        @Override
        public String key() {
            return "certificate-issued";
        }
    }

    /** To the candidate: the delivery waits for a new passage before the jury; no bloc is lost. */
    record DeliveryPutOff(CaseReference about, String page) implements AwardNotification {

        @Override
        public String key() {
            return "delivery-put-off";
        }
    }

    /** To staff: the CPNE returned a result to the jury. */
    record ReturnedToJury(CaseReference about, String page) implements AwardNotification {

        @Override
        public String key() {
            return "returned-to-jury";
        }
    }

    /** To the candidate: the appeal has arrived. */
    record AppealReceived(CaseReference about, LocalDate filedOn, LocalDate due, String page)
            implements AwardNotification {

        @Override
        public String key() {
            return "appeal-received";
        }
    }

    /** To staff: an appeal is to be examined. */
    record AppealToExamine(CaseReference about, LocalDate due, String page) implements AwardNotification {

        @Override
        public String key() {
            return "appeal-to-examine";
        }
    }

    /** To the candidate: the appeal has its answer; what it is, is read on the page. */
    record AppealDecided(CaseReference about, LocalDate decidedOn, String page) implements AwardNotification {

        @Override
        public String key() {
            return "appeal-decided";
        }
    }
}
