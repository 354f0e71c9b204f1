package fr.acquis.notification.notice;

import fr.acquis.notification.NotificationId;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices that wait for the mail of the day. */
@Repository
public class DigestQueue {

    private final JdbcClient database;
    private final Clock clock;

    DigestQueue(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A notice as it waits. */
    record Entry(CertifyingBodyId body, String notification, String facts) {}

    /** Adding one that waits already, or that was never put, changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(NotificationId notice, PersonId person, CertifyingBodyId body) {
        database.sql("""
                        insert ignore into notice_digest (notice_id, person_id, certifying_body_id, at)
                        values (:notice, :person, :body, :at)
                        """)
                .param("notice", notice.value())
                .param("person", person.value())
                .param("body", body.value())
                .param("at", clock.instant())
                .update();
    }

    List<PersonId> waiting(Instant before, int most) {
        return database.sql("""
                        select person_id from notice_digest where at < :before group by person_id order by min(at) limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Takes what waits for a person out of the queue: what they have read meanwhile is not said again. */
    List<Entry> take(PersonId person, Instant before) {
        List<Entry> unread = database.sql("""
                        select d.certifying_body_id, n.notification, n.facts
                        from notice_digest d join notice n on n.id = d.notice_id
                        where d.person_id = :person and d.at < :before and n.read_at is null order by d.at
                        """)
                .param("person", person.value())
                .param("before", before)
                .query((row, n) -> new Entry(
                        new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                        row.getString("notification"),
                        row.getString("facts")))
                .list();
        database.sql("delete from notice_digest where person_id = :person and at < :before")
                .param("person", person.value())
                .param("before", before)
                .update();
        return unread;
    }

    /** @return false when that day's was made before */
    boolean begin(PersonId person, LocalDate day) {
        return database.sql("insert ignore into notice_digest_day (person_id, day, notices) values (:person, :day, 0)")
                        .param("person", person.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    void finish(PersonId person, LocalDate day, int notices) {
        database.sql("update notice_digest_day set notices = :notices where person_id = :person and day = :day")
                .param("notices", notices)
                .param("person", person.value())
                .param("day", day)
                .update();
    }
}
