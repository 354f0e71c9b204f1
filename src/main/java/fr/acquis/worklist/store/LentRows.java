package fr.acquis.worklist.store;

import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What substitutes hold for somebody. */
@Repository
public class LentRows {

    /** @param joined whether the substitute sees the case only for this */
    public record Lent(TaskId task, boolean joined) {}

    private final JdbcClient database;

    LentRows(JdbcClient database) {
        this.database = database;
    }

    public void lend(UUID absence, TaskId task, PersonId lender, boolean joined, Instant at) {
        database.sql("""
                        insert ignore into worklist_lent (absence_id, task_id, lender_id, joined, lent_at)
                        values (:absence, :task, :lender, :joined, :at)
                        """)
                .param("absence", absence)
                .param("task", task.value())
                .param("lender", lender.value())
                .param("joined", joined)
                .param("at", at)
                .update();
    }

    public List<Lent> of(UUID absence) {
        return database.sql("select task_id, joined from worklist_lent where absence_id = :absence order by lent_at")
                .param("absence", absence)
                .query((row, n) -> new Lent(new TaskId(row.getObject("task_id", UUID.class)), row.getBoolean("joined")))
                .list();
    }
}
