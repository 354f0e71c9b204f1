package fr.acquis.worklist.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dates of what somebody holds, whatever list it stands in. */
@Repository
public class DueDates {

    private final JdbcClient database;

    DueDates(JdbcClient database) {
        this.database = database;
    }

    public record Due(TaskId task, JourneyId journey, String caseNumber, TaskKind kind, Instant at) {}

    /** Open tasks of these kinds due between the two moments, the earliest first. */
    public List<Due> of(PersonId holder, Set<TaskKind> kinds, Instant from, Instant until, int most) {
        return database.sql("""
                        select t.id, t.journey_id, j.case_number, t.kind, t.due_at
                        from worklist_task t
                        join v_journey_case j on j.id = t.journey_id
                        where t.holder_id = :holder and t.state = 'OPEN' and t.due_at >= :from and t.due_at < :until
                          and t.kind in (:kinds)
                        order by t.due_at, t.id limit :most
                        """)
                .param("holder", holder.value())
                .param("kinds", kinds.stream().map(TaskKind::name).toList())
                .param("from", from)
                .param("until", until)
                .param("most", most)
                .query((row, n) -> new Due(
                        new TaskId(row.getObject("id", UUID.class)),
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getString("case_number"),
                        TaskKind.valueOf(row.getString("kind")),
                        row.getObject("due_at", Instant.class)))
                .list();
    }
}
