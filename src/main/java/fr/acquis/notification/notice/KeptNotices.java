package fr.acquis.notification.notice;

import fr.acquis.notification.Notice;
import fr.acquis.notification.Notices;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows and their count change in one transaction; the count is never reckoned by reading rows. */
@Service
class KeptNotices implements Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Words words;
    private final Clock clock;

    KeptNotices(JdbcClient database, Words words, Clock clock) {
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** A value of a notice: a text, a number or a day. */
    record Value(String text, Integer number, LocalDate day) {

        Object said() {
            return text != null ? text : number != null ? number : day;
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(NotificationId id, PersonId to, Notification notification) {
        NoticeFacts facts = NoticeFacts.of(notification);
        try {
            database.sql("""
                            insert into notice (id, person_id, notification, facts, page, at)
                            values (:id, :person, :key, :facts, :page, :at)
                            """)
                    .param("id", id.value())
                    .param("person", to.value())
                    .param("key", facts.key())
                    .param("facts", JSON.writeValueAsString(facts.values()))
                    .param("page", notification.page())
                    .param("at", clock.instant())
                    .update();
        } catch (DuplicateKeyException putBefore) {
            return;
        }
        database.sql("""
                        insert into notice_count (person_id, unread) values (:person, 1)
                        on duplicate key update unread = unread + 1
                        """).param("person", to.value()).update();
    }

    @Override
    public long unread(PersonId person) {
        return database.sql("select unread from notice_count where person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<Notice> of(PersonId person, int most) {
        return database.sql("""
                        select id, notification, facts, page, at, read_at from notice
                        where person_id = :person order by at desc, id limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query((row, n) -> new Notice(
                        new NotificationId(row.getObject("id", UUID.class)),
                        text(row.getString("notification"), row.getString("facts")),
                        row.getString("page"),
                        row.getObject("at", Instant.class),
                        row.getObject("read_at", Instant.class)))
                .list();
    }

    /** In the language of the moment. */
    String text(String key, String facts) {
        Object[] values = JSON.readValue(facts, new TypeReference<List<Value>>() {}).stream()
                .map(Value::said)
                .toArray();
        return words.say("notification." + key, values);
    }

    @Override
    @Transactional
    public boolean markRead(PersonId person, NotificationId id) {
        int read = database.sql(
                        "update notice set read_at = :at where id = :id and person_id = :person and read_at is null")
                .param("at", clock.instant())
                .param("id", id.value())
                .param("person", person.value())
                .update();
        lower(person, read);
        return database.sql("select count(*) from notice where id = :id and person_id = :person")
                        .param("id", id.value())
                        .param("person", person.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Override
    @Transactional
    public void markAllRead(PersonId person) {
        lower(
                person,
                database.sql("update notice set read_at = :at where person_id = :person and read_at is null")
                        .param("at", clock.instant())
                        .param("person", person.value())
                        .update());
    }

    private void lower(PersonId person, int read) {
        database.sql("update notice_count set unread = unread - :read where person_id = :person")
                .param("read", read)
                .param("person", person.value())
                .update();
    }
}
