package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
            Task task,
            String candidate,
            String caseNumber,
            String certification,
            @Nullable String holder,
            boolean mine) {

        public TaskId id() {
            return task.id();
        }

        public JourneyId journey() {
            return task.journey();
        }

        public TaskKind kind() {
            return task.kind();
        }

        public Instant due() {
            return task.due();
        }

        public TaskState state() {
            return task.state();
        }
    }

    public record After(Instant due, UUID id) {}

    private static final String ROWS = """
            select t.*, p.display_name, j.case_number, c.title, h.display_name as holder
            from worklist_task t
            join v_journey_case j on j.id = t.journey_id
            join v_identity_person p on p.id = t.candidate_id
            join v_certification_title c on c.id = j.certification_id
            left join v_identity_person h on h.id = t.holder_id
            where t.certifying_body_id = :body and t.audience in (:audiences)
              and (t.audience in ('AGENT', 'MANAGER', 'CPNE') or t.holder_id = :me
                   or t.audience = 'ADVISER' and t.holder_id is null)
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
        parameters.put("me", me.id().value());
        parameters.put("audiences", audiences(me));
        return parameters;
    }

    private static Row row(SignedIn me, ResultSet row) throws SQLException {
        UUID holder = row.getObject("holder_id", UUID.class);
        return new Row(
                TaskRows.task(row, 0),
                row.getString("display_name"),
                row.getString("case_number"),
                row.getString("title"),
                row.getString("holder"),
                me.id().value().equals(holder));
    }

    private static List<String> audiences(SignedIn me) {
        List<String> audiences = new ArrayList<>();
        for (Role role : List.of(Role.AGENT, Role.MANAGER, Role.ADVISER, Role.JUROR, Role.CPNE)) {
            if (me.is(role) || role == Role.AGENT && me.is(Role.MANAGER)) {
                audiences.add(role.name());
            }
        }
        return audiences;
    }
}
