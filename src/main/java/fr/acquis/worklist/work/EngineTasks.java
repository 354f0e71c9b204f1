package fr.acquis.worklist.work;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.UserTask;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The worklist's side of the comparison with the engine, and the birth of a row. */
@Component
class EngineTasks implements OpenTasks {

    /** Where a model gives no date, so that the row still has its place in the order. */
    private static final Duration UNDATED = Duration.ofDays(30);

    private final TaskRows rows;
    private final Journeys journeys;
    private final Clock clock;

    EngineTasks(TaskRows rows, Journeys journeys, Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.clock = clock;
    }

    void created(JourneyId id, UserTask task, @Nullable String context) {
        TaskKind kind = TaskKind.ofElement(task.elementId())
                .orElseThrow(() -> new IllegalStateException("no kind of task for the element " + task.elementId()));
        Journey journey = journeys.find(id).orElseThrow();
        Instant now = clock.instant();
        rows.insertIfAbsent(new Task(
                TaskId.create(),
                task.key(),
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                null,
                TaskState.OPEN,
                task.due() == null ? now.plus(UNDATED) : task.due(),
                now,
                context));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> page(long afterTaskKey, int size) {
        return rows.unsettledAfter(afterTaskKey, size);
    }

    @Override
    @Transactional
    public void open(JourneyId journey, UserTask task) {
        created(journey, task, null);
    }

    @Override
    @Transactional
    public void close(long taskKey, Ending ending) {
        switch (ending) {
            case COMPLETED -> rows.settle(taskKey, clock.instant());
            case CANCELLED -> rows.cancel(taskKey, clock.instant());
        }
    }
}
