package fr.acquis.jury;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.JuryRequestRows;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The process asks for a jury: until when, and what must be done before. */
@Component
public class JuryRequests {

    private final JuryRequestRows rows;
    private final Journeys journeys;
    private final WorkplaceAssessments assessments;
    private final JuryDelays delays;
    private final Clock clock;

    JuryRequests(
            JuryRequestRows rows, Journeys journeys, WorkplaceAssessments assessments, JuryDelays delays, Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.assessments = assessments;
        this.delays = delays;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> ask(JourneyId id, int attempt, Instant juryDue) {
        Journey journey = journeys.find(id).orElseThrow();
        rows.ask(id, attempt, juryDue, clock.instant());
        return Map.of(
                "workplaceAssessment", assessments.due(journey),
                "assessmentDue", Journeys.engineDate(delays.assessmentDue(journey)),
                "planningDue", Journeys.engineDate(delays.planningDue(journey, juryDue)));
    }
}
