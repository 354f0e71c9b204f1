package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.store.AwardRows;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidate's own word after the result. */
@Service
@Transactional
public class NextSteps {

    private final AwardRows rows;
    private final Appeals appeals;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Notifications notifications;
    private final AwardCases cases;
    private final Audit audit;
    private final Clock clock;

    NextSteps(
            AwardRows rows,
            Appeals appeals,
            Journeys journeys,
            Worklist worklist,
            Notifications notifications,
            AwardCases cases,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.appeals = appeals;
        this.journeys = journeys;
        this.worklist = worklist;
        this.notifications = notifications;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the case asks its candidate now. */
    @Transactional(readOnly = true)
    public boolean asked(JourneyId id) {
        return worklist.open(id, TaskKind.CHOOSE_NEXT).isPresent()
                && appeals.pending(id).isEmpty();
    }

    /** Stopping ends the case; the blocs stay. */
    public void choose(JourneyId id, NextStep next) {
        Journey journey = journeys.get(id);
        if (appeals.pending(id).isPresent()) {
            throw new BusinessRefusal(Kind.CONFLICT, "award.refused.appeal-pending");
        }
        Instant now = clock.instant();
        if (next == NextStep.STOP) {
            journeys.conclude(id, Ending.STOPPED);
            notifications.tell(
                    NotificationId.about(id, "stopped", journey.candidate()),
                    journey.candidate(),
                    new CaseNotification.Stopped(cases.reference(journey), AwardCases.day(now), "/results"));
        }
        worklist.submit(id, TaskKind.CHOOSE_NEXT, Map.of("next", next.name()));
        rows.addChoice(id, next.name(), now);
        audit.record(id.value(), "choose-next", Map.of("outcome", next.name()));
    }
}
