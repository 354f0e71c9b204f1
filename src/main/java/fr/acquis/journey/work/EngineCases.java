package fr.acquis.journey.work;

import fr.acquis.identity.Visibility;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.store.JourneyLists;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.CaseLabels;
import fr.acquis.workflow.LiveJourneys;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases as the engine's room asks for them: what they are called, and which should have a process. */
@Component
class EngineCases implements CaseLabels, LiveJourneys {

    private final Journeys journeys;
    private final JourneyLists lists;
    private final Visibility visibility;
    private final Clock clock;

    EngineCases(Journeys journeys, JourneyLists lists, Visibility visibility, Clock clock) {
        this.journeys = journeys;
        this.lists = lists;
        this.visibility = visibility;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<JourneyId, String> visible(Collection<JourneyId> ids) {
        Map<JourneyId, String> labels = new LinkedHashMap<>();
        for (JourneyId id : ids) {
            journeys.find(id)
                    .filter(journey -> visibility.sees(journey.certifyingBody(), journey.candidate()))
                    .ifPresent(journey -> labels.put(id, journey.caseNumber()));
        }
        return labels;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LiveJourney> all() {
        return lists.underWay().stream()
                .flatMap(id -> journeys.find(id).stream())
                .map(journey -> new LiveJourney(journey.id(), opening(journey)))
                .toList();
    }

    private Map<String, Object> opening(Journey journey) {
        return Map.of(
                "attempt", 1, "clockDue", Journeys.engineDate(journey.clock().nextCheck(clock.instant())));
    }
}
