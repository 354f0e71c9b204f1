package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What moved lately, for pages that are open. */
@Repository
public class Changes {

    /**
     * @param what NEW, TAKEN, FREED, CHANGED or GONE
     * @param by who did it, null for the product
     * @param byName their name
     */
    public record Change(
            long seq,
            UUID task,
            UUID body,
            UUID queue,
            Role audience,
            @Nullable UUID holder,
            @Nullable UUID by,
            @Nullable String byName,
            String what) {}

    /** Who is told of what: the same rule as the lists'. */
    public static final class Listener {

        private final Access access;

        private Listener(Access access) {
            this.access = access;
        }

        public boolean hears(Change change) {
            boolean queue = access.queues().isEmpty() || access.queues().contains(change.queue());
            boolean own = access.me().equals(change.holder());
            return change.body().equals(access.body())
                    && (access.open().contains(change.audience()) && (queue || own)
                            || change.audience() == Role.ADVISER && access.adviser() && (queue || own)
                            || change.audience() == Role.JUROR && access.juror() && own);
        }

        public boolean did(Change change) {
            return access.me().equals(change.by());
        }
    }

    private final JdbcClient database;
    private final Memberships memberships;

    Changes(JdbcClient database, Memberships memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    public Listener listener(SignedIn person) {
        return new Listener(memberships.access(person));
    }

    public long last() {
        return database.sql("select coalesce(max(seq), 0) from worklist_change")
                .query(Long.class)
                .single();
    }

    public List<Change> after(long seq, int most) {
        return database.sql("""
                        select c.*, p.display_name
                        from worklist_change c left join v_identity_person p on p.id = c.by_id
                        where c.seq > :seq order by c.seq limit :most
                        """)
                .param("seq", seq)
                .param("most", most)
                .query((row, n) -> new Change(
                        row.getLong("seq"),
                        row.getObject("task_id", UUID.class),
                        row.getObject("certifying_body_id", UUID.class),
                        row.getObject("queue_id", UUID.class),
                        Role.valueOf(row.getString("audience")),
                        row.getObject("holder_id", UUID.class),
                        row.getObject("by_id", UUID.class),
                        row.getString("display_name"),
                        row.getString("what")))
                .list();
    }

    public void forgetBefore(Instant instant) {
        database.sql("delete from worklist_change where at < :before")
                .param("before", instant)
                .update();
    }
}
