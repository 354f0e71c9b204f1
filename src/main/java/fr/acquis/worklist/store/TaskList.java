package fr.acquis.worklist.store;

import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a person's list; keyset paging on the order's column and id, of which an address holds the id only. */
@Repository
public class TaskList {

    public static final int PAGE = 50;

    /**
     * @param returnedBy who gave it back last, and why
     */
    public record Row(
            Task task,
            String candidate,
            String caseNumber,
            UUID certificationId,
            String certification,
            @Nullable String branch,
            @Nullable String holder,
            boolean mine,
            @Nullable String team,
            @Nullable Instant followUp,
            @Nullable String returnedBy,
            @Nullable String returnedBecause,
            boolean watched) {

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

    private static final String COLUMNS = """
            select t.*, p.display_name, j.case_number, c.id as certification, c.title, c.branch,
                   h.display_name as holder, b.display_name as returner, x.person_id is not null as watched,
                   (select m.team_name from v_identity_team_member m where m.team_id = t.queue_id limit 1) as team
            """;

    private static final String JOINS = """
            join v_journey_case j on j.id = t.journey_id
            join v_identity_person p on p.id = t.candidate_id
            join v_certification_title c on c.id = j.certification_id
            left join v_identity_person h on h.id = t.holder_id
            left join v_identity_person b on b.id = t.returned_by
            left join worklist_watch x on x.journey_id = t.journey_id and x.person_id = :me
            """;

    private final JdbcClient database;
    private final Searches searches;
    private final Memberships memberships;
    private final Clock clock;

    TaskList(JdbcClient database, Searches searches, Memberships memberships, Clock clock) {
        this.database = database;
        this.searches = searches;
        this.memberships = memberships;
        this.clock = clock;
    }

    public List<Row> rows(SignedIn me, TaskFilter filter, @Nullable TaskId after) {
        return rows(me, filter, after, PAGE);
    }

    /**
     * @param after a row of the same list, wherever it is now
     * @param size of the page; one row more is read, to tell whether there is another
     */
    public List<Row> rows(SignedIn me, TaskFilter filter, @Nullable TaskId after, int size) {
        TaskQuery query = query(me, filter);
        Object value = after == null ? null : place(query, after).orElse(null);
        String keys = query.keys(size + 1, value, value == null ? null : after.value());
        return database.sql(COLUMNS + "from (\n" + keys + "\n) k straight_join worklist_task t on t.id = k.id\n" + JOINS
                        + "order by k.place" + (descending(query) ? " desc, k.id desc" : ", k.id"))
                .params(query.parameters())
                .query((row, n) -> row(me, row))
                .list();
    }

    private static boolean descending(TaskQuery query) {
        return query.column().equals("answered_at");
    }

    /** How many, counted no further than so many. */
    public int count(SignedIn me, TaskFilter filter, int most) {
        TaskQuery query = query(me, filter);
        String keys = query.keys(most, null, null);
        return database.sql("select count(*) from (\n" + keys + "\n) k")
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** The ids alone, in their order. */
    public List<TaskId> ids(SignedIn me, TaskFilter filter, int most) {
        TaskQuery query = query(me, filter);
        return database.sql("select k.id from (\n" + query.keys(most, null, null) + "\n) k")
                .params(query.parameters())
                .query((row, n) -> new TaskId(row.getObject(1, UUID.class)))
                .list();
    }

    private TaskQuery query(SignedIn me, TaskFilter filter) {
        Access access = memberships.access(me);
        return new TaskQuery(filter, access, searches.of(filter, access), clock.instant());
    }

    private Optional<Object> place(TaskQuery query, TaskId id) {
        return database.sql("select " + query.column() + " from worklist_task where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getObject(1))
                .optional();
    }

    /** One task of the person's lists, whatever became of it. */
    public Optional<Row> find(SignedIn me, TaskId id) {
        Access access = memberships.wholeAccess(me);
        return one(me, id, access, access.condition());
    }

    /** One task the person may look at, asked of others too where they see the whole case. */
    public Optional<Row> look(SignedIn me, TaskId id) {
        Access access = memberships.wholeAccess(me);
        return one(me, id, access, access.everyone() ? "t.certifying_body_id = :body" : access.condition());
    }

    private Optional<Row> one(SignedIn me, TaskId id, Access access, String condition) {
        return database.sql(COLUMNS + "from worklist_task t\n" + JOINS + "where t.id = :id and " + condition)
                .param("me", access.me())
                .param("body", access.body())
                .param("open", access.openNames())
                .param("groups", access.groups())
                .param("id", id.value())
                .query((row, n) -> row(me, row))
                .optional();
    }

    private static Row row(SignedIn me, ResultSet row) throws SQLException {
        UUID holder = row.getObject("holder_id", UUID.class);
        return new Row(
                TaskRows.task(row, 0),
                row.getString("display_name"),
                row.getString("case_number"),
                row.getObject("certification", UUID.class),
                row.getString("title"),
                row.getString("branch"),
                row.getString("holder"),
                me.id().value().equals(holder),
                row.getString("team"),
                row.getObject("follow_up_at", Instant.class),
                row.getString("returner"),
                row.getString("returned_because"),
                row.getBoolean("watched"));
    }
}
