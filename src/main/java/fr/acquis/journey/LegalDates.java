package fr.acquis.journey;

import fr.acquis.audit.Audit;
import fr.acquis.journey.store.JourneyCase;
import fr.acquis.journey.store.JourneyCases;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The legal date of a case: what starts it elsewhere than here, and the warning before it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LegalDates {

    private final JourneyCases cases;
    private final Journeys journeys;
    private final DecisionDelays delays;
    private final Audit audit;
    private final Clock clock;

    LegalDates(JourneyCases cases, Journeys journeys, DecisionDelays delays, Audit audit, Clock clock) {
        this.cases = cases;
        this.journeys = journeys;
        this.delays = delays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The legal filing was on the State's portal that day, and whoever says so has its proof. A later date needs no word to the
     * engine, which asks again when its timer is there; an earlier one is found by the sweep.
     */
    public Journey filedOnPortal(JourneyId id, LocalDate day) {
        JourneyCase journey = locked(id);
        Optional<LocalDate> before = journey.clock(delays.of(journey)).lastDay();
        journey.filedOnPortal(day, delays.of(journey));
        cases.saveAndFlush(journey);
        Journey moved = journeys.find(id).orElseThrow();
        Map<String, String> facts = Journeys.dates(moved.clock());
        facts.put("filedOn", day.toString());
        before.ifPresent(last -> facts.put("lastDayBefore", last.toString()));
        audit.record(id.value(), "record-portal-filing", facts);
        return moved;
    }

    /** The manager's warning before the legal date, once per case and date. */
    public Optional<Journey> escalate(JourneyId id) {
        JourneyCase journey = locked(id);
        if (!journey.escalate(clock.instant())) {
            return Optional.empty();
        }
        cases.saveAndFlush(journey);
        audit.record(id.value(), "escalate-legal-date", Map.of());
        return journeys.find(id);
    }

    private JourneyCase locked(JourneyId id) {
        return cases.lock(id.value())
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.unknown"));
    }
}
