package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a person's list, legally due first; keyset paging on due date and id. */
@Repository
public class TaskList {

    public static final int PAGE = 50;

    /** Which rows. */
    public enum View {
        TEAM("t.state = 'OPEN'"),
        MINE("t.state = 'OPEN' and t.holder_id = :me"),
        UNASSIGNED("t.state = 'OPEN' and t.holder_id is null"),
        DONE("t.state in ('SUBMITTED', 'DONE') and t.holder_id = :me");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    public record Row(
            TaskId id,
            JourneyId journey,
            TaskKind kind,
            String candidate,
            String caseNumber,
            String certification,
            Instant due,
            TaskState state,
            @Nullable String holder,
            boolean mine) {}

    public record After(Instant due, UUID id) {}

    private static final String ROWS = """
            select t.id, t.journey_id, t.kind, t.due_at, t.state, t.holder_id, p.display_name, j.case_number, c.title,
                   h.display_name as holder
            from worklist_task t
            join v_journey_case j on j.id = t.journey_id
            join v_identity_person p on p.id = t.candidate_id
            join v_certification_title c on c.id = j.certification_id
            left join v_identity_person h on h.id = t.holder_id
            where t.certifying_body_id = :body and t.audience in (:audiences)
            """;

    private final JdbcClient database;

    TaskList(JdbcClient database) {
        this.database = database;
    }

    public List<Row> rows(SignedIn me, View view, String words, @Nullable After after) {
        return rows(me, view, words, after, PAGE);
    }

    /**
     * @param words looked for at the beginning of names, or anywhere in numbers and titles; empty for all
     * @param size of the page; one row more is read, to tell whether there is another
     */
    public List<Row> rows(SignedIn me, View view, String words, @Nullable After after, int size) {
        String sql = ROWS + """
                 and %s
                  and (:all or p.display_name like :begins or p.birth_name like :begins or j.case_number like :holds
                       or c.title like :holds or c.number like :begins)
                  and (:first or t.due_at > :due or t.due_at = :due and t.id > :id)
                order by t.due_at, t.id limit :most
                """.formatted(view.condition);
        String escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return database.sql(sql)
                .params(reader(me))
                .param("me", me.id().value())
                .param("all", words.isEmpty())
                .param("begins", escaped + "%")
                .param("holds", "%" + escaped + "%")
                .param("first", after == null)
                .param("due", after == null ? Instant.EPOCH : after.due())
                .param("id", after == null ? new UUID(0, 0) : after.id())
                .param("most", size + 1)
                .query((row, n) -> row(me, row))
                .list();
    }

    /** One task of the person's list, whatever became of it. */
    public Optional<Row> find(SignedIn me, TaskId id) {
        return database.sql(ROWS + " and t.id = :id")
                .params(reader(me))
                .param("id", id.value())
                .query((row, n) -> row(me, row))
                .optional();
    }

    private static Map<String, Object> reader(SignedIn me) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "body", me.certifyingBody() == null ? null : me.certifyingBody().value());
        parameters.put("audiences", audiences(me));
        return parameters;
    }

    private static Row row(SignedIn me, ResultSet row) throws SQLException {
        UUID holder = row.getObject("holder_id", UUID.class);
        return new Row(
                new TaskId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("display_name"),
                row.getString("case_number"),
                row.getString("title"),
                row.getObject("due_at", Instant.class),
                TaskState.valueOf(row.getString("state")),
                row.getString("holder"),
                me.id().value().equals(holder));
    }

    private static List<String> audiences(SignedIn me) {
        return me.is(Role.MANAGER) ? List.of(Role.AGENT.name(), Role.MANAGER.name()) : List.of(Role.AGENT.name());
    }
}
