package fr.acquis.admissibility;

import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.journey.LegalDateWatch;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.LegalDate;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the managers by mail and notice, beside the row of their worklist, that silence is about to decide. */
@Component
class LegalDateWarning implements LegalDateWatch {

    private final Notifications notifications;
    private final CaseReferences references;
    private final LegalTexts texts;
    private final Clock clock;

    LegalDateWarning(Notifications notifications, CaseReferences references, LegalTexts texts, Clock clock) {
        this.notifications = notifications;
        this.references = references;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void approaching(Journey journey) {
        LegalDate decision = texts.decision(journey, Locale.FRENCH);
        LocalDate today = clock.instant().atZone(LegalClock.ZONE).toLocalDate();
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(today, decision.date()));
        notifications.tellAll(
                Role.MANAGER,
                NotificationId.legalDateNear(decision.date()),
                new AdmissibilityNotification.LegalDateNear(
                        references.of(journey), decision, days, CasePages.path(journey.id())));
    }
}
