package fr.acquis.worklist.store;

import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.worklist.Bulk;
import fr.acquis.worklist.BulkVerb;
import fr.acquis.worklist.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work on many rows: what was asked, and the answer of each row. */
@Repository
public class BulkRows {

    /** A row still to be treated. */
    public record Waiting(int position, TaskId task) {}

    private static final int BATCH = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    BulkRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public UUID add(
            UUID body,
            PersonId person,
            BulkVerb verb,
            @Nullable PersonId receiver,
            @Nullable String words,
            List<TaskId> tasks,
            Instant at) {
        UUID id = TimeOrderedUuid.next();
        database.sql("""
                        insert into worklist_bulk
                            (id, certifying_body_id, person_id, verb, receiver_id, words, running, total, done, refused,
                             created_at)
                        values (:id, :body, :person, :verb, :receiver, :words, true, :total, 0, 0, :at)
                        """)
                .param("id", id)
                .param("body", body)
                .param("person", person.value())
                .param("verb", verb.name())
                .param("receiver", receiver == null ? null : receiver.value())
                .param("words", words)
                .param("total", tasks.size())
                .param("at", at)
                .update();
        int[] position = {0};
        batches.batchUpdate(
                "insert into worklist_bulk_row (bulk_id, position, task_id, state) values (?, ?, ?, 'WAITING')",
                tasks,
                BATCH,
                (row, task) -> {
                    row.setObject(1, id);
                    row.setInt(2, position[0]++);
                    row.setObject(3, task.value());
                });
        return id;
    }

    public Optional<Bulk> find(UUID id, PersonId person) {
        return database.sql("select * from worklist_bulk where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.value())
                .query(BulkRows::bulk)
                .optional();
    }

    public Optional<Bulk> find(UUID id) {
        return database.sql("select * from worklist_bulk where id = :id")
                .param("id", id)
                .query(BulkRows::bulk)
                .optional();
    }

    /** Work nobody is at. */
    public List<UUID> free(Instant now) {
        return database.sql("""
                        select id from worklist_bulk
                        where running = 1 and (leased_until is null or leased_until < :now) order by created_at limit 4
                        """)
                .param("now", now)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** One worker wins. */
    public boolean lease(UUID id, Instant now, Instant until) {
        return database.sql("""
                        update worklist_bulk set leased_until = :until
                        where id = :id and running = 1 and (leased_until is null or leased_until < :now)
                        """)
                        .param("until", until)
                        .param("id", id)
                        .param("now", now)
                        .update()
                == 1;
    }

    public List<Waiting> waiting(UUID id, int most) {
        return database.sql("""
                        select position, task_id from worklist_bulk_row
                        where bulk_id = :id and state = 'WAITING' order by position limit :most for update
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, n) ->
                        new Waiting(row.getInt("position"), new TaskId(row.getObject("task_id", UUID.class))))
                .list();
    }

    public void answer(UUID id, int position, @Nullable String refusal) {
        database.sql("""
                        update worklist_bulk_row set state = :state, refusal = :refusal
                        where bulk_id = :id and position = :position
                        """)
                .param("state", refusal == null ? "DONE" : "REFUSED")
                .param("refusal", refusal)
                .param("id", id)
                .param("position", position)
                .update();
    }

    public void count(UUID id, int done, int refused, Instant leasedUntil) {
        database.sql("""
                        update worklist_bulk
                        set done = done + :done, refused = refused + :refused, leased_until = :until where id = :id
                        """)
                .param("done", done)
                .param("refused", refused)
                .param("until", leasedUntil)
                .param("id", id)
                .update();
    }

    public void finish(UUID id, Instant at) {
        database.sql("update worklist_bulk set running = false, finished_at = :at, leased_until = null where id = :id")
                .param("at", at)
                .param("id", id)
                .update();
    }

    /** Rows that were not done; names only of cases of the body itself. */
    public List<Bulk.Refused> refused(UUID id, int most) {
        return database.sql("""
                        select r.task_id, r.refusal, p.display_name, j.case_number
                        from worklist_bulk_row r
                        join worklist_bulk b on b.id = r.bulk_id
                        left join worklist_task t on t.id = r.task_id and t.certifying_body_id = b.certifying_body_id
                        left join v_journey_case j on j.id = t.journey_id
                        left join v_identity_person p on p.id = t.candidate_id
                        where r.bulk_id = :id and r.state = 'REFUSED' order by r.position limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Bulk.Refused(
                        row.getObject("task_id", UUID.class),
                        row.getString("display_name"),
                        row.getString("case_number"),
                        row.getString("refusal")))
                .list();
    }

    private static Bulk bulk(ResultSet row, int n) throws SQLException {
        UUID receiver = row.getObject("receiver_id", UUID.class);
        return new Bulk(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                BulkVerb.valueOf(row.getString("verb")),
                receiver == null ? null : new PersonId(receiver),
                row.getString("words"),
                row.getBoolean("running"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getObject("created_at", Instant.class));
    }
}
