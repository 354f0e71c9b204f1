package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.OpenTasks.OpenTask;
import fr.acquis.workflow.WorkflowSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the worklist's rows with the engine's open tasks: the second net under the listeners. A difference is mended
 * and logged; none is expected.
 */
@Component
public class WorklistSweep {

    private static final Logger log = LoggerFactory.getLogger(WorklistSweep.class);
    private static final int PAGE = 500;

    private final ObjectProvider<OpenTasks> worklist;
    private final EngineView view;
    private final EngineState engine;
    private final WorkflowSettings settings;
    private final Clock clock;

    WorklistSweep(
            ObjectProvider<OpenTasks> worklist,
            EngineView view,
            EngineState engine,
            WorkflowSettings settings,
            Clock clock) {
        this.worklist = worklist;
        this.view = view;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    @SchedulerLock(name = "worklist-sweep")
    public void sweep() {
        OpenTasks rows = worklist.getIfAvailable();
        if (rows != null && engine.ready()) {
            sweep(rows, clock.instant().minus(settings.sweepGrace()));
        }
    }

    private void sweep(OpenTasks rows, Instant believed) {
        Map<Long, OpenTask> ours = all(rows);
        Map<Long, EngineView.ActiveTask> theirs = new HashMap<>();
        view.activeTasks().forEach(task -> theirs.put(task.task().key(), task));
        ours.values().stream()
                .filter(row -> row.since().isBefore(believed) && !theirs.containsKey(row.taskKey()))
                .forEach(row -> vanished(rows, row));
        theirs.values().stream()
                .filter(task -> task.settled() && task.since().isBefore(believed))
                .filter(task -> !ours.containsKey(task.task().key()))
                .forEach(task -> unknown(rows, task));
    }

    private static Map<Long, OpenTask> all(OpenTasks rows) {
        Map<Long, OpenTask> all = new HashMap<>();
        long after = 0;
        List<OpenTask> page;
        do {
            page = rows.page(after, PAGE);
            page.forEach(row -> all.put(row.taskKey(), row));
            after = page.isEmpty() ? after : page.getLast().taskKey();
        } while (page.size() == PAGE);
        return all;
    }

    private void vanished(OpenTasks rows, OpenTask row) {
        view.ending(row.taskKey(), row.submitted()).ifPresent(ending -> {
            log.warn(
                    "Task {} of journey {} is {} in the engine, its row was not", row.taskKey(), row.journey(), ending);
            rows.close(row.taskKey(), ending);
        });
    }

    private void unknown(OpenTasks rows, EngineView.ActiveTask active) {
        view.journeyOf(active.task().processInstanceKey()).ifPresent(journey -> rows.open(journey, active.task()));
    }
}
