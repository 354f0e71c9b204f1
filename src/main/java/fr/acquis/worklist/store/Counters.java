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

    private final JdbcClient database;
    private final Memberships memberships;
    private final Clock clock;

    Counters(JdbcClient database, Memberships memberships, Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.clock = clock;
    }

    public long mine(SignedIn me) {
        return sum(
                        "owner_id = :me and audience <> 'CANDIDATE'",
                        Map.of("me", me.id().value()))
                - hidden(
                        "holder_id = :me and audience <> 'CANDIDATE'",
                        Map.of("me", me.id().value()));
    }

    public Badges of(SignedIn me) {
        Access access = memberships.access(me);
        long mine = mine(me);
        List<UUID> queues = queues(access);
        if (queues.isEmpty()) {
            return new Badges(mine, mine, 0);
        }
        List<String> audiences = new ArrayList<>(access.openNames());
        if (access.adviser()) {
            audiences.add("ADVISER");
        }
        if (audiences.isEmpty()) {
            return new Badges(mine, mine, 0);
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("queues", queues, "audiences", audiences));
        long unassigned = sum("owner_id in (:queues) and audience in (:audiences) and unheld = 1", parameters)
                - hidden("queue_id in (:queues) and audience in (:audiences) and unheld = 1", parameters)
                - ofOtherGroups(access, queues);
        return new Badges(mine, unassigned + held(access, queues) + ownBesides(access), unassigned);
    }

    /** Counted with the others of the queue, and asked of other advisers: few, they wait for a name. */
    private long ofOtherGroups(Access access, List<UUID> queues) {
        return access.adviser()
                ? database.sql("select count(*) from worklist_task t where t.certifying_body_id = :body"
                                + " and t.audience = 'ADVISER' and t.state = 'OPEN' and t.unheld = 1 and t.queue_id in (:queues)"
                                + " and (t.follow_up_at is null or t.follow_up_at <= :now) and not " + access.theirs())
                        .param("body", access.body())
                        .param("queues", queues)
                        .param("groups", access.groups())
                        .param("now", clock.instant())
                        .query(Long.class)
                        .single()
                : 0;
    }

    private long held(Access access, List<UUID> queues) {
        if (access.open().isEmpty()) {
            return 0;
        }
        Map<String, Object> parameters = Map.of("queues", queues, "open", access.openNames());
        return sum("owner_id in (:queues) and audience in (:open) and unheld = 0", parameters)
                - hidden("queue_id in (:queues) and audience in (:open) and unheld = 0", parameters);
    }

    /** A person's own rows of audiences of which they see nobody else's. */
    private long ownBesides(Access access) {
        return sum("owner_id = :me and audience in ('ADVISER', 'JUROR')", Map.of("me", access.me()));
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

    private long sum(String condition, Map<String, Object> parameters) {
        return database.sql("select coalesce(sum(n), 0) from worklist_counter where " + condition)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private long hidden(String condition, Map<String, Object> parameters) {
        return database.sql("select count(*) from worklist_task where follow_up_at > :now and state = 'OPEN' and "
                        + condition)
                .params(parameters)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }
}
