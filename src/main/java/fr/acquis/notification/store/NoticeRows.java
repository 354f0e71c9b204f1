package fr.acquis.notification.store;

import fr.acquis.notification.Notice;
import fr.acquis.notification.NotificationId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices and the maintained count of those unread. */
@Repository
public class NoticeRows {

    private final JdbcClient database;

    NoticeRows(JdbcClient database) {
        this.database = database;
    }

    /** An id put before changes nothing. */
    public void insert(NotificationId id, PersonId person, String text, String page, Instant at) {
        int added = database.sql("""
                        insert ignore into notice (id, person_id, text, page, at) values (:id, :person, :text, :page, :at)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("text", text)
                .param("page", page)
                .param("at", at)
                .update();
        if (added == 1) {
            database.sql("""
                            insert into notice_count (person_id, unread) values (:person, 1)
                            on duplicate key update unread = unread + 1
                            """).param("person", person.value()).update();
        }
    }

    public long unread(PersonId person) {
        return database.sql("select unread from notice_count where person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    public List<Notice> of(PersonId person, int most) {
        return database.sql("""
                        select id, text, page, at, read_at from notice where person_id = :person order by at desc limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query((row, n) -> new Notice(
                        new NotificationId(row.getObject("id", UUID.class)),
                        row.getString("text"),
                        row.getString("page"),
                        row.getObject("at", Instant.class),
                        row.getObject("read_at", Instant.class)))
                .list();
    }

    public boolean markRead(PersonId person, NotificationId id, Instant at) {
        int changed = database.sql(
                        "update notice set read_at = :at where id = :id and person_id = :person and read_at is null")
                .param("at", at)
                .param("id", id.value())
                .param("person", person.value())
                .update();
        database.sql("update notice_count set unread = greatest(0, unread - :changed) where person_id = :person")
                .param("changed", changed)
                .param("person", person.value())
                .update();
        return changed == 1;
    }

    public void markAllRead(PersonId person, Instant at) {
        int changed = database.sql("update notice set read_at = :at where person_id = :person and read_at is null")
                .param("at", at)
                .param("person", person.value())
                .update();
        database.sql("update notice_count set unread = greatest(0, unread - :changed) where person_id = :person")
                .param("changed", changed)
                .param("person", person.value())
                .update();
    }
}
