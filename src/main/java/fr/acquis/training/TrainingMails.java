package fr.acquis.training;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.SupportNotification;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the candidate is told of the plan. */
@Component
class TrainingMails {

    private final Notifications notifications;
    private final Certifications certifications;

    TrainingMails(Notifications notifications, Certifications certifications) {
        this.notifications = notifications;
        this.certifications = certifications;
    }

    void proposed(Journey journey, int attempt, Instant at, Instant answerBy) {
        notifications.tell(
                told(journey, attempt, at),
                journey.candidate(),
                new SupportNotification.PlanProposed(
                        reference(journey),
                        answerBy.atZone(LegalClock.ZONE).toLocalDate(),
                        "/journeys/" + journey.id() + "/plan"));
    }

    /** The date has one identity in calendars, in the mail and in the one subscribed to. */
    static NotificationId told(Journey journey, int attempt, Instant proposedAt) {
        return NotificationId.about(
                journey.id(), "plan-proposed/" + attempt + "/" + proposedAt.toEpochMilli(), journey.candidate());
    }

    void done(Journey journey, int attempt, LocalDate on) {
        notifications.tell(
                NotificationId.about(journey.id(), "plan-done/" + attempt, journey.candidate()),
                journey.candidate(),
                new SupportNotification.PlanDone(reference(journey), on, "/journeys/" + journey.id()));
    }

    private CaseReference reference(Journey journey) {
        Certification certification = certifications.get(journey.certification());
        return new CaseReference(
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                journey.caseNumber(),
                certification.number() == null
                        ? certification.title()
                        : certification.title() + " (" + certification.number() + ")");
    }
}
