package fr.acquis.journey.work;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine's timer asks whether the legal date is really there: only the case's facts know. */
@Component
class CheckClock implements Worker {

    private final Journeys journeys;
    private final Clock clock;

    CheckClock(Journeys journeys, Clock clock) {
        this.journeys = journeys;
        this.clock = clock;
    }

    @Override
    public String jobType() {
        return "check-clock";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        Journey journey = journeys.find(job.journey()).orElseThrow();
        Instant now = clock.instant();
        boolean reached = journey.clock().reached(now);
        Object due = reached
                ? job.variables().get("clockDue")
                : Journeys.engineDate(journey.clock().nextCheck(now));
        return Map.of("clockReached", reached, "clockDue", due);
    }
}
