package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.store.Movements.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are locked, looked at and moved: the database says who was first. */
@Repository
public class TaskRows {

    private static final String COLUMNS =
            "id, task_key, journey_id, certifying_body_id, candidate_id, kind, subject, audience, holder_id, state, due_at, created_at, context";

    private final JdbcClient database;
    private final Movements movements;

    TaskRows(JdbcClient database, Movements movements) {
        this.database = database;
        this.movements = movements;
    }

    /** Adds the row unless the engine's task has one, and says whether; it waits with the team that has the case. */
    public boolean insertIfAbsent(Task task) {
        int added = database.sql("""
                        insert ignore into worklist_task
                            (id, task_key, journey_id, certifying_body_id, candidate_id, certification_id, candidate_sort,
                             kind, subject, audience, queue_id, holder_id, state, due_at, created_at, context)
                        select :id, :key, :journey, :body, :candidate, j.certification_id,
                               left(concat(coalesce(p.use_name, p.birth_name), ' ', p.given_name), 80),
                               :kind, :subject, :audience, coalesce(o.queue_id, c.team_id, :body), :holder, :state, :due, :at, :context
                        from v_journey_case j
                        join v_identity_person p on p.id = :candidate
                        left join worklist_case_team o on o.journey_id = j.id
                        left join worklist_team_certification c
                            on c.certifying_body_id = :body and c.certification_id = j.certification_id
                        where j.id = :journey
                        """)
                .param("id", task.id().value())
                .param("key", task.key())
                .param("journey", task.journey().value())
                .param("body", task.certifyingBody().value())
                .param("candidate", task.candidate().value())
                .param("kind", task.kind().name())
                .param("subject", task.subject())
                .param("audience", task.audience().name())
                .param("holder", task.holder() == null ? null : task.holder().value())
                .param("state", task.state().name())
                .param("due", task.due())
                .param("at", task.createdAt())
                .param("context", task.context())
                .update();
        if (added == 1) {
            Map<String, Object> born = Map.of("id", task.id().value());
            places("id = :id", born).forEach(place -> movements.moved(null, place, What.NEW));
        }
        return added == 1;
    }

    /** Everything open a person holds. */
    public List<Task> heldBy(PersonId holder) {
        return database.sql("select " + COLUMNS + """
                         from worklist_task where holder_id = :holder and state = 'OPEN' order by due_at
                        """)
                .param("holder", holder.value())
                .query(TaskRows::task)
                .list();
    }

    public Optional<Task> find(TaskId id) {
        return database.sql("select " + COLUMNS + " from worklist_task where id = :id")
                .param("id", id.value())
                .query(TaskRows::task)
                .optional();
    }

    /** The open task of that kind on the case, locked until the end of the transaction. */
    public Optional<Task> lockOpen(JourneyId journey, TaskKind kind, @Nullable UUID subject) {
        return database.sql("select " + COLUMNS + """
                         from worklist_task
                        where journey_id = :journey and state = 'OPEN' and kind = :kind and (:subject is null or subject = :subject)
                        order by created_at limit 1 for update
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("subject", subject)
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

    public List<Task> open(CertifyingBodyId body, TaskKind kind) {
        return database.sql("select " + COLUMNS + """
                         from worklist_task
                        where certifying_body_id = :body and kind = :kind and state = 'OPEN' order by due_at, id
                        """)
                .param("body", body.value())
                .param("kind", kind.name())
                .query(TaskRows::task)
                .list();
    }

    /** A task that stays as it is until the end of the transaction. */
    public static final class Locked {

        private final Task task;
        private final Place place;

        private Locked(Task task, Place place) {
            this.task = task;
            this.place = place;
        }

        public Task task() {
            return task;
        }
    }

    public Optional<Locked> lock(TaskId id) {
        return database.sql("select " + COLUMNS + ", queue_id from worklist_task where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> new Locked(task(row, n), Place.read(row, n)))
                .optional();
    }

    /** One winner: whoever came second waited for the lock and finds it held. */
    public boolean claim(Locked locked, PersonId holder, Instant at) {
        Place place = locked.place;
        if (!place.open() || place.holder() != null && !place.holder().equals(holder.value())) {
            return false;
        }
        database.sql("update worklist_task set holder_id = :holder, claimed_at = :at where id = :id")
                .param("holder", holder.value())
                .param("at", at)
                .param("id", place.task())
                .update();
        movements.moved(place, place.heldBy(holder.value()), What.TAKEN);
        return true;
    }

    public boolean release(TaskId id, PersonId holder, @Nullable String because) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id.value(), "holder", holder.value()));
        parameters.put("because", because);
        return move(
                        "id = :id and state = 'OPEN' and holder_id = :holder",
                        parameters,
                        "holder_id = null, claimed_at = null, returned_by = :holder, returned_because = :because",
                        place -> place.heldBy(null),
                        What.FREED)
                == 1;
    }

    /** Gives an open task to somebody, whoever held it. */
    public void assign(JourneyId journey, TaskKind kind, @Nullable UUID subject, @Nullable PersonId holder) {
        Map<String, Object> parameters = new HashMap<>(Map.of("journey", journey.value(), "kind", kind.name()));
        parameters.put("subject", subject);
        give(
                "journey_id = :journey and kind = :kind and state = 'OPEN' and (:subject is null or subject = :subject)",
                parameters,
                holder);
    }

    /** The same for one task; false when it is no longer open. */
    public boolean assign(TaskId id, @Nullable PersonId holder) {
        return give("id = :id and state = 'OPEN'", new HashMap<>(Map.of("id", id.value())), holder) == 1;
    }

    private int give(String condition, Map<String, Object> parameters, @Nullable PersonId holder) {
        UUID person = holder == null ? null : holder.value();
        parameters.put("holder", person);
        return move(
                condition,
                parameters,
                "holder_id = :holder, claimed_at = null",
                place -> place.heldBy(person),
                holder == null ? What.FREED : What.TAKEN);
    }

    /** Hides an open task until then; null shows it again. */
    public boolean postpone(TaskId id, @Nullable Instant until) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id.value()));
        parameters.put("until", until);
        return move("id = :id and state = 'OPEN'", parameters, "follow_up_at = :until", place -> place, What.CHANGED)
                == 1;
    }

    public void redate(JourneyId journey, TaskKind kind, Instant due) {
        move(
                "journey_id = :journey and kind = :kind and state = 'OPEN'",
                Map.of("journey", journey.value(), "kind", kind.name(), "due", due),
                "due_at = :due",
                place -> place,
                What.CHANGED);
    }

    public boolean submit(TaskId id, PersonId by, Instant at) {
        return move(
                        "id = :id and state = 'OPEN'",
                        Map.of("id", id.value(), "by", by.value(), "at", at),
                        "state = 'SUBMITTED', holder_id = coalesce(holder_id, :by), submitted_at = :at",
                        Place::closed,
                        What.GONE)
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
        move(
                condition,
                Map.of("state", state.name(), "at", at, "key", key),
                "state = :state, ended_at = :at",
                Place::closed,
                What.GONE);
    }

    public boolean endAlert(TaskId id, PersonId by, Instant at) {
        return move(
                        "id = :id and state = 'OPEN' and task_key is null",
                        Map.of("id", id.value(), "by", by.value(), "at", at),
                        "state = 'DONE', ended_at = :at, holder_id = coalesce(holder_id, :by)",
                        Place::closed,
                        What.GONE)
                == 1;
    }

    public void endAlerts(JourneyId journey, TaskKind kind, Instant at) {
        move(
                "journey_id = :journey and kind = :kind and state = 'OPEN' and task_key is null",
                Map.of("journey", journey.value(), "kind", kind.name(), "at", at),
                "state = 'DONE', ended_at = :at",
                Place::closed,
                What.GONE);
    }

    /** Changes the rows that answer to the condition once they are locked, counts and tells it. */
    private int move(
            String condition, Map<String, Object> parameters, String change, UnaryOperator<Place> moved, What what) {
        List<Place> before = places(condition + " for update", parameters);
        if (before.isEmpty()) {
            return 0;
        }
        database.sql("update worklist_task set " + change + " where id in (:moving)")
                .params(parameters)
                .param("moving", before.stream().map(Place::task).toList())
                .update();
        before.forEach(place -> movements.moved(place, moved.apply(place), what));
        return before.size();
    }

    private List<Place> places(String condition, Map<String, Object> parameters) {
        return database.sql("select " + Place.COLUMNS + " from worklist_task where " + condition)
                .params(parameters)
                .query(Place::read)
                .list();
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

    static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                (Long) row.getObject("task_key"),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                Role.valueOf(row.getString("audience")),
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
