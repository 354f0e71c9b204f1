package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.store.AwardRows;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passages before the jury that are owed again: after an absence, an excuse, an adjournment or an irregularity. */
@Service
public class Hearings {

    private final AwardRows rows;
    private final Journeys journeys;
    private final AwardCases cases;
    private final Audit audit;
    private final Clock clock;

    Hearings(AwardRows rows, Journeys journeys, AwardCases cases, Audit audit, Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return before when the jury must have met: the règlement's delay, counted from today */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant owe(JourneyId id, int attempt) {
        Journey journey = journeys.find(id).orElseThrow();
        Instant now = clock.instant();
        LocalDate due = cases.due(journey, RegulationParameters.JURY_DELAY, now);
        rows.addHearingDue(id, attempt, due, now);
        audit.record(id.value(), "prepare-new-hearing", Map.of("due", due.toString()));
        return AwardCases.endOf(due);
    }
}
