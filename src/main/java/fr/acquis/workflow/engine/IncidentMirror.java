package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.engine.EngineView.EngineIncident;
import fr.acquis.workflow.store.IncidentRows;
import fr.acquis.workflow.store.IncidentRows.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's incidents in our own tables, so that pages which count cases never ask the engine. While the engine is
 * away what was last seen stays.
 */
@Component
public class IncidentMirror {

    private final EngineView view;
    private final EngineState engine;
    private final IncidentRows rows;

    IncidentMirror(EngineView view, EngineState engine, IncidentRows rows) {
        this.view = view;
        this.engine = engine;
        this.rows = rows;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT20S")
    @SchedulerLock(name = "incident-mirror")
    void sweep() {
        if (engine.ready()) {
            look();
        }
    }

    public void look() {
        Map<Long, EngineIncident> theirs =
                view.incidents().stream().collect(Collectors.toMap(EngineIncident::key, Function.identity()));
        Set<Long> ours = rows.keys();
        Set<Long> gone = new HashSet<>(ours);
        gone.removeAll(theirs.keySet());
        List<Known> come = theirs.values().stream()
                .filter(incident -> !ours.contains(incident.key()))
                .flatMap(incident -> view
                        .journeyOf(incident.instanceKey())
                        .map(journey -> new Known(
                                incident.key(),
                                journey,
                                incident.process(),
                                incident.elementId(),
                                incident.type(),
                                incident.since()))
                        .stream())
                .toList();
        if (!gone.isEmpty() || !come.isEmpty()) {
            rows.replace(gone, come);
        }
    }
}
