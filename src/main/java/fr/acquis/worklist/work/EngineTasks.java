package fr.acquis.worklist.work;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.UserTask;
import fr.acquis.worklist.Substitutions;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.store.CaseWords;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The worklist's side of the comparison with the engine, and the birth of a row. */
@Component
class EngineTasks implements OpenTasks {

    /** Where a model gives no date, so that the row still has its place in the order. */
    private static final Duration UNDATED = Duration.ofDays(30);

    private final TaskRows rows;
    private final Journeys journeys;
    private final ObjectProvider<TaskAssignment> assignments;
    private final CaseWords words;
    private final Substitutions substitutions;
    private final Clock clock;

    EngineTasks(
            TaskRows rows,
            Journeys journeys,
            ObjectProvider<TaskAssignment> assignments,
            CaseWords words,
            Substitutions substitutions,
            Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.assignments = assignments;
        this.words = words;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    void created(JourneyId id, UserTask asked, @Nullable UUID subject, @Nullable String context) {
        TaskKind kind = TaskKind.ofElement(asked.elementId())
                .orElseThrow(() -> new IllegalStateException("no kind of task for the element " + asked.elementId()));
        Journey journey = journeys.find(id).orElseThrow();
        TaskAssignment.To to = assignments.stream()
                .flatMap(room -> room.of(journey, kind, subject).stream())
                .findFirst()
                .orElseGet(() -> new TaskAssignment.To(kind.audience(), null));
        Instant now = clock.instant();
        Task task = new Task(
                TaskId.create(),
                asked.key(),
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                to.group() == null ? subject : to.group(),
                to.audience(),
                to.holder(),
                TaskState.OPEN,
                due(to, asked, now),
                now,
                context);
        words.introduce(id);
        if (rows.insertIfAbsent(task)) {
            substitutions.born(task);
        }
    }

    private static Instant due(TaskAssignment.To to, UserTask asked, Instant now) {
        if (to.due() != null) {
            return to.due();
        }
        return asked.due() == null ? now.plus(UNDATED) : asked.due();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> page(long afterTaskKey, int size) {
        return rows.unsettledAfter(afterTaskKey, size);
    }

    @Override
    @Transactional
    public void open(JourneyId journey, UserTask task) {
        created(journey, task, null, null);
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
