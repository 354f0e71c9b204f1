package fr.acquis.identity.store;

import fr.acquis.identity.CalendarKey;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CalendarKeyRows {

    private final JdbcClient database;

    CalendarKeyRows(JdbcClient database) {
        this.database = database;
    }

    public Optional<CalendarKey> of(PersonId person) {
        return database.sql("select created_at, last_read_at from calendar_key where person_id = :person")
                .param("person", person.value())
                .query((row, n) -> new CalendarKey(
                        row.getObject("created_at", Instant.class), row.getObject("last_read_at", Instant.class)))
                .optional();
    }

    public void put(PersonId person, Sha256 hash, Instant at) {
        database.sql("""
                        insert into calendar_key (person_id, hash, created_at) values (:person, :hash, :at)
                        on duplicate key update
                            hash = :hash, created_at = :at, last_read_at = null, counted = 0, counted_from = null
                        """)
                .param("person", person.value())
                .param("hash", hash.hex())
                .param("at", at)
                .update();
    }

    /** @return false when there was none */
    public boolean remove(PersonId person) {
        return database.sql("delete from calendar_key where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    public Optional<PersonId> find(Sha256 hash) {
        return database.sql("select person_id from calendar_key where hash = :hash")
                .param("hash", hash.hex())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Notes that it is read. @return how often since the window began; one that began before {@code since} begins anew */
    public int read(PersonId person, Instant at, Instant since) {
        database.sql("""
                        update calendar_key
                        set counted = if(counted_from > :since, counted + 1, 1),
                            counted_from = if(counted_from > :since, counted_from, :at),
                            last_read_at = :at
                        where person_id = :person
                        """)
                .param("since", since)
                .param("at", at)
                .param("person", person.value())
                .update();
        return database.sql("select counted from calendar_key where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
