package fr.acquis.worklist.store;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows move by conditional updates: the database says who was first. */
@Repository
public class TaskRows {

    private static final String COLUMNS =
            "id, task_key, journey_id, certifying_body_id, candidate_id, kind, holder_id, state, due_at, created_at, context";

    private final JdbcClient database;

    TaskRows(JdbcClient database) {
        this.database = database;
    }

    /** Adds the row unless the engine's task has one. */
    public void insertIfAbsent(Task task) {
        database.sql("""
                        insert ignore into worklist_task
                            (id, task_key, journey_id, certifying_body_id, candidate_id, kind, audience, state, due_at,
                             created_at, context)
                        values (:id, :key, :journey, :body, :candidate, :kind, :audience, :state, :due, :at, :context)
                        """)
                .param("id", task.id().value())
                .param("key", task.key())
                .param("journey", task.journey().value())
                .param("body", task.certifyingBody().value())
                .param("candidate", task.candidate().value())
                .param("kind", task.kind().name())
                .param("audience", task.kind().audience().name())
                .param("state", task.state().name())
                .param("due", task.due())
                .param("at", task.createdAt())
                .param("context", task.context())
                .update();
    }

    public Optional<Task> find(TaskId id) {
        return database.sql("select " + COLUMNS + " from worklist_task where id = :id")
                .param("id", id.value())
                .query(TaskRows::task)
                .optional();
    }

    /** The open task of that kind on the case, locked until the end of the transaction. */
    public Optional<Task> lockOpen(JourneyId journey, TaskKind kind) {
        return database.sql("select " + COLUMNS + """
                         from worklist_task
                        where journey_id = :journey and state = 'OPEN' and kind = :kind order by created_at limit 1 for update
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .query(TaskRows::task)
                .optional();
    }

    public List<Task> open(JourneyId journey) {
        return database.sql("select " + COLUMNS + """
                         from worklist_task where journey_id = :journey and state = 'OPEN' order by due_at
                        """)
                .param("journey", journey.value())
                .query(TaskRows::task)
                .list();
    }

    public boolean claim(TaskId id, PersonId holder, Instant at) {
        return database.sql("""
                        update worklist_task set holder_id = :holder, claimed_at = :at
                        where id = :id and state = 'OPEN' and (holder_id is null or holder_id = :holder)
                        """)
                        .param("holder", holder.value())
                        .param("at", at)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public boolean release(TaskId id, PersonId holder) {
        return database.sql("""
                        update worklist_task set holder_id = null, claimed_at = null
                        where id = :id and state = 'OPEN' and holder_id = :holder
                        """)
                        .param("id", id.value())
                        .param("holder", holder.value())
                        .update()
                == 1;
    }

    public boolean submit(TaskId id, PersonId by, Instant at) {
        return database.sql("""
                        update worklist_task set state = 'SUBMITTED', holder_id = coalesce(holder_id, :by), submitted_at = :at
                        where id = :id and state = 'OPEN'
                        """)
                        .param("by", by.value())
                        .param("at", at)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** An answered task is done whatever the engine says after; an open one is no longer asked. */
    public void settle(long key, Instant at) {
        end("task_key = :key and state = 'SUBMITTED'", TaskState.DONE, key, at);
    }

    public void cancel(long key, Instant at) {
        end("task_key = :key and state = 'OPEN'", TaskState.CANCELLED, key, at);
        end("task_key = :key and state = 'SUBMITTED'", TaskState.DONE, key, at);
    }

    private void end(String condition, TaskState state, long key, Instant at) {
        database.sql("update worklist_task set state = :state, ended_at = :at where " + condition)
                .param("state", state.name())
                .param("at", at)
                .param("key", key)
                .update();
    }

    public boolean endAlert(TaskId id, PersonId by, Instant at) {
        return database.sql("""
                        update worklist_task set state = 'DONE', ended_at = :at, holder_id = coalesce(holder_id, :by)
                        where id = :id and state = 'OPEN' and task_key is null
                        """)
                        .param("at", at)
                        .param("by", by.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public void endAlerts(JourneyId journey, TaskKind kind, Instant at) {
        database.sql("""
                        update worklist_task set state = 'DONE', ended_at = :at
                        where journey_id = :journey and kind = :kind and state = 'OPEN' and task_key is null
                        """)
                .param("at", at)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .update();
    }

    /** Engine tasks that are neither done nor cancelled here, from the given key on. */
    public List<OpenTasks.OpenTask> unsettledAfter(long key, int most) {
        return database.sql("""
                        select task_key, journey_id, state, coalesce(submitted_at, created_at) as since
                        from worklist_task where state in ('OPEN', 'SUBMITTED') and task_key > :key
                        order by task_key limit :most
                        """)
                .param("key", key)
                .param("most", most)
                .query((row, n) -> new OpenTasks.OpenTask(
                        row.getLong("task_key"),
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getString("state").equals(TaskState.SUBMITTED.name()),
                        row.getObject("since", Instant.class)))
                .list();
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                (Long) row.getObject("task_key"),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                person(row.getObject("holder_id", UUID.class)),
                TaskState.valueOf(row.getString("state")),
                row.getObject("due_at", Instant.class),
                row.getObject("created_at", Instant.class),
                row.getString("context"));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
