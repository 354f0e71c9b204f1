package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What candidates are told from the list: what their case waits for, a document that is missing. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseReminders {

    private final Notifications notifications;
    private final CaseTitles titles;
    private final Audit audit;

    CaseReminders(Notifications notifications, CaseTitles titles, Audit audit) {
        this.notifications = notifications;
        this.titles = titles;
        this.audit = audit;
    }

    /**
     * Reminds the candidate of the first thing their case waits for from them.
     *
     * @param open what is asked on the case now
     * @param event unique for this reminder: told twice, it is told once
     * @return why not, a message key
     */
    public Optional<String> remind(Journey journey, List<Task> open, String event) {
        if (journey.isOver()) {
            return Optional.of("worklist.refused.case-over");
        }
        if (journey.pausedAt() != null) {
            return Optional.of("worklist.refused.case-paused");
        }
        Optional<Task> asked =
                open.stream().filter(task -> task.audience() == Role.CANDIDATE).findFirst();
        if (asked.isEmpty()) {
            return Optional.of("worklist.refused.nothing-asked");
        }
        LocalDate due = asked.get().due().atZone(LegalClock.ZONE).toLocalDate();
        tell(journey, event, new CaseNotification.Reminded(titles.of(journey), due, "/journeys/" + journey.id()));
        audit.record(
                journey.id().value(),
                "remind-candidate",
                Map.of("kind", asked.get().kind().name()));
        return Optional.empty();
    }

    /** @param document what is missing, in words the candidate knows */
    public Optional<String> ask(Journey journey, String document, String event) {
        if (journey.isOver()) {
            return Optional.of("worklist.refused.case-over");
        }
        tell(
                journey,
                event,
                new CaseNotification.DocumentAsked(titles.of(journey), document, "/journeys/" + journey.id()));
        audit.record(journey.id().value(), "ask-for-document", Map.of());
        return Optional.empty();
    }

    private void tell(Journey journey, String event, Notification notification) {
        notifications.tell(
                NotificationId.about(journey.id(), event, journey.candidate()), journey.candidate(), notification);
    }
}
