package fr.acquis.exchange.store;

import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each person has not read of a case, kept as a number and a mark. */
@Repository
public class ReaderRows {

    private final JdbcClient database;

    ReaderRows(JdbcClient database) {
        this.database = database;
    }

    /** Somebody to be told, and of what. */
    public record Waiting(JourneyId journey, PersonId person, Message.Kind kind) {}

    /** Where a reader stood. @param readUntil the last one they had before them; null when none */
    public record Mark(int unread, @Nullable MessageId readUntil) {}

    /** Something arrived: the first unread one starts the time after which they are told. */
    public void arrived(JourneyId journey, Message.Kind kind, PersonId person, Instant tellAt) {
        database.sql("""
                        insert into exchange_reader (journey_id, person_id, kind, unread, tell_at)
                        values (:journey, :person, :kind, 1, :at)
                        on duplicate key update unread = unread + 1, tell_at = coalesce(tell_at, :at)
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("at", tellAt)
                .update();
    }

    /** They have all before them, up to that one. @return where they stood */
    public Mark read(JourneyId journey, Message.Kind kind, PersonId person, MessageId until) {
        Mark before = of(journey, kind, person);
        database.sql("""
                        insert into exchange_reader (journey_id, person_id, kind, unread, read_until)
                        values (:journey, :person, :kind, 0, :until)
                        on duplicate key update unread = 0, tell_at = null, read_until = :until
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("until", until.value())
                .update();
        return before;
    }

    public Mark of(JourneyId journey, Message.Kind kind, PersonId person) {
        return database.sql("""
                        select unread, read_until from exchange_reader
                        where journey_id = :journey and kind = :kind and person_id = :person
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("person", person.value())
                .query((row, n) -> {
                    UUID until = row.getObject("read_until", UUID.class);
                    return new Mark(row.getInt("unread"), until == null ? null : new MessageId(until));
                })
                .optional()
                .orElse(new Mark(0, null));
    }

    /** A message was taken back: one less waits for somebody who had not read it. */
    public void takenBack(JourneyId journey, Message.Kind kind, PersonId person, MessageId message) {
        database.sql("""
                        update exchange_reader
                        set unread = unread - 1, tell_at = if(unread = 0, null, tell_at)
                        where journey_id = :journey and kind = :kind and person_id = :person and unread > 0
                          and (read_until is null or read_until < :message)
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("person", person.value())
                .param("message", message.value())
                .update();
    }

    /** In how many cases something waits to be read: one range of an index. */
    public long unread(PersonId person) {
        return database.sql(
                        "select count(distinct journey_id) from exchange_reader where person_id = :person and unread > 0")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** Unread ones of a case, by kind. */
    public Map<Message.Kind, Integer> unread(JourneyId journey, PersonId person) {
        return database
                .sql("select kind, unread from exchange_reader where journey_id = :journey and person_id = :person")
                .param("journey", journey.value())
                .param("person", person.value())
                .query((row, n) -> Map.entry(Message.Kind.valueOf(row.getString("kind")), row.getInt("unread")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Waiting> toTell(Instant now, int most) {
        return database.sql("""
                        select journey_id, person_id, kind from exchange_reader
                        where tell_at <= :now order by tell_at limit :most
                        """)
                .param("now", now)
                .param("most", most)
                .query((row, n) -> new Waiting(
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Message.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /** @return how many they have not read; empty when somebody told them before, or they have read meanwhile */
    public Optional<Integer> told(Waiting waiting, Instant now) {
        int told = database.sql("""
                        update exchange_reader set tell_at = null
                        where journey_id = :journey and kind = :kind and person_id = :person and tell_at <= :now
                        """)
                .param("journey", waiting.journey().value())
                .param("kind", waiting.kind().name())
                .param("person", waiting.person().value())
                .param("now", now)
                .update();
        return told == 0
                ? Optional.empty()
                : Optional.of(
                        of(waiting.journey(), waiting.kind(), waiting.person()).unread());
    }

    /** Somebody no longer reads there: nothing waits for them. */
    public void forget(JourneyId journey, PersonId person) {
        database.sql("delete from exchange_reader where journey_id = :journey and person_id = :person")
                .param("journey", journey.value())
                .param("person", person.value())
                .update();
    }
}
