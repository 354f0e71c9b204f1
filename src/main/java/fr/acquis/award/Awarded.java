package fr.acquis.award;

import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.AwardNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A pressed document becomes the holder's: kept and told in one transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Awarded {

    private final AwardDocuments documents;
    private final Journeys journeys;
    private final Notifications notifications;
    private final AwardCases cases;

    Awarded(AwardDocuments documents, Journeys journeys, Notifications notifications, AwardCases cases) {
        this.documents = documents;
        this.journeys = journeys;
        this.notifications = notifications;
        this.cases = cases;
    }

    public void attested(AwardDocument document, byte[] pdf) {
        Journey journey = journeys.find(document.journey()).orElseThrow();
        documents.seal(document, pdf);
        notifications.tell(
                NotificationId.about(journey.id(), "attestation/" + document.number(), journey.candidate()),
                journey.candidate(),
                new AwardNotification.AttestationIssued(
                        cases.reference(journey), document.blocks().size(), "/results"));
    }

    /** The case ends here: every bloc held, the certificate in the holder's hands. */
    public void certified(AwardDocument document, byte[] pdf) {
        journeys.conclude(document.journey(), Ending.CERTIFIED);
        Journey journey = journeys.find(document.journey()).orElseThrow();
        documents.seal(document, pdf);
        notifications.tell(
                NotificationId.about(journey.id(), "certificate/" + document.number(), journey.candidate()),
                journey.candidate(),
                new AwardNotification.CertificateIssued(cases.reference(journey), document.issuedOn(), "/results"));
    }
}
