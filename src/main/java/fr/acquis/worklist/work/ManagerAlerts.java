package fr.acquis.worklist.work;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalDateWatch;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.AlertSink;
import fr.acquis.workflow.ParkReason;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a manager must know, as rows of their worklist. */
@Component
class ManagerAlerts implements AlertSink, LegalDateWatch {

    private final Worklist worklist;
    private final Journeys journeys;
    private final Clock clock;

    ManagerAlerts(Worklist worklist, Journeys journeys, Clock clock) {
        this.worklist = worklist;
        this.journeys = journeys;
        this.clock = clock;
    }

    @Override
    public void commandParked(JourneyId id, long commandNumber, ParkReason reason) {
        journeys.find(id)
                .ifPresent(journey -> worklist.alert(journey, TaskKind.COMMAND_PARKED, clock.instant(), reason.name()));
    }

    @Override
    public void commandSettled(JourneyId id, long commandNumber) {
        worklist.settleAlerts(id, TaskKind.COMMAND_PARKED);
    }

    @Override
    public void approaching(Journey journey) {
        Instant due = journey.clock().lastMoment().orElseGet(clock::instant);
        worklist.alert(journey, TaskKind.LEGAL_DATE_APPROACHING, due, null);
    }
}
