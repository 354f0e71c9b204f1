package fr.acquis.worklist.store;

import fr.acquis.identity.SignedIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Badges, from maintained counters: no row of a task is read but the few that are hidden for now. */
@Repository
public class Counters {

    /** How much stands behind the views a person opens most. */
    public record Badges(long mine, long team, long unassigned) {}

    private static final String MINE =
            open("owner_id = :me and audience <> 'CANDIDATE'", "holder_id = :me and audience <> 'CANDIDATE'");

    private static final String UNASSIGNED = open(
            "owner_id in (:queues) and audience in (:audiences) and unheld = 1",
            "queue_id in (:queues) and audience in (:audiences) and unheld = 1");

    private static final String HELD = open(
            "owner_id in (:queues) and audience in (:open) and unheld = 0",
            "queue_id in (:queues) and audience in (:open) and unheld = 0");

    /** A person's own rows of audiences of which they see nobody else's. */
    private static final String OWN_BESIDES =
            "(select coalesce(sum(n), 0) from worklist_counter where owner_id = :me and audience in ('ADVISER', 'JUROR'))";

    private final JdbcClient database;
    private final Memberships memberships;
    private final Clock clock;

    Counters(JdbcClient database, Memberships memberships, Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.clock = clock;
    }

    public long mine(SignedIn me) {
        return database.sql("select " + MINE)
                .param("me", me.id().value())
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    /** All of them in one statement. */
    public Badges of(SignedIn me) {
        Access access = memberships.access(me);
        List<UUID> queues = queues(access);
        List<String> audiences = new ArrayList<>(access.openNames());
        if (access.adviser()) {
            audiences.add("ADVISER");
        }
        boolean team = !queues.isEmpty() && !audiences.isEmpty();
        return database.sql("select %s as mine, %s as unassigned, %s as held, %s as besides"
                        .formatted(
                                MINE,
                                team ? UNASSIGNED + (access.adviser() ? " - " + ofOtherGroups(access) : "") : "0",
                                team && !access.open().isEmpty() ? HELD : "0",
                                team ? OWN_BESIDES : MINE))
                .param("me", access.me())
                .param("body", access.body())
                .param("queues", queues)
                .param("audiences", audiences)
                .param("open", access.openNames())
                .param("groups", access.groups())
                .param("now", clock.instant())
                .query((row, n) -> new Badges(
                        row.getLong("mine"),
                        row.getLong("unassigned") + row.getLong("held") + row.getLong("besides"),
                        row.getLong("unassigned")))
                .single();
    }

    private static String open(String counted, String hidden) {
        return """
                (select coalesce(sum(n), 0) from worklist_counter where %s)
                - (select count(*) from worklist_task where follow_up_at > :now and state = 'OPEN' and %s)
                """.formatted(counted, hidden);
    }

    /** Counted with the others of the queue, and asked of other advisers: few, they wait for a name. */
    private static String ofOtherGroups(Access access) {
        return """
                (select count(*) from worklist_task t where t.certifying_body_id = :body
                 and t.audience = 'ADVISER' and t.state = 'OPEN' and t.unheld = 1 and t.queue_id in (:queues)
                 and (t.follow_up_at is null or t.follow_up_at <= :now) and not %s)
                """.formatted(access.theirs());
    }

    private List<UUID> queues(Access access) {
        if (!access.queues().isEmpty()) {
            return access.queues();
        }
        if (access.body() == null) {
            return List.of();
        }
        List<UUID> all = new ArrayList<>(database.sql("""
                        select distinct team_id from worklist_team_certification where certifying_body_id = :body
                        union select distinct queue_id from worklist_case_team
                        where certifying_body_id = :body and queue_id <> :body
                        """)
                .param("body", access.body())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
        all.add(access.body());
        return all;
    }

    /** Open rows per holder, for whoever is about to give somebody more. */
    public Map<UUID, Long> loads(List<UUID> people) {
        Map<UUID, Long> loads = new HashMap<>();
        if (!people.isEmpty()) {
            database.sql("select owner_id, sum(n) from worklist_counter where owner_id in (:people) group by owner_id")
                    .param("people", people)
                    .query(row -> {
                        loads.put(row.getObject(1, UUID.class), row.getLong(2));
                    });
        }
        return loads;
    }
}
