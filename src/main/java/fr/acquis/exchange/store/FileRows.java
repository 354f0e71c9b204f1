package fr.acquis.exchange.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.exchange.MessageId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which pieces are joined to which message; those of a message not sent yet wait with its draft. */
@Repository
public class FileRows {

    private final JdbcClient database;

    FileRows(JdbcClient database) {
        this.database = database;
    }

    public void await(JourneyId journey, PersonId person, EvidenceId file, Instant at) {
        database.sql("""
                        insert into exchange_file (id, journey_id, person_id, evidence_id, message_id, joined_at)
                        select :id, :journey, :person, :file, null, :at from dual
                        where not exists (
                            select 1 from exchange_file
                            where journey_id = :journey and person_id = :person and message_id is null and evidence_id = :file)
                        """)
                .param("id", TimeOrderedUuid.next())
                .param("journey", journey.value())
                .param("person", person.value())
                .param("file", file.value())
                .param("at", at)
                .update();
    }

    /** Joins a file to a message that was just written. */
    public void join(JourneyId journey, PersonId person, EvidenceId file, MessageId message, Instant at) {
        database.sql("""
                        insert into exchange_file (id, journey_id, person_id, evidence_id, message_id, joined_at)
                        values (:id, :journey, :person, :file, :message, :at)
                        """)
                .param("id", TimeOrderedUuid.next())
                .param("journey", journey.value())
                .param("person", person.value())
                .param("file", file.value())
                .param("message", message.value())
                .param("at", at)
                .update();
    }

    public List<EvidenceId> awaiting(JourneyId journey, PersonId person) {
        return database.sql("""
                        select evidence_id from exchange_file
                        where journey_id = :journey and person_id = :person and message_id is null order by id
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .query((row, n) -> new EvidenceId(row.getObject("evidence_id", UUID.class)))
                .list();
    }

    public boolean drop(JourneyId journey, PersonId person, EvidenceId file) {
        return database.sql("""
                        delete from exchange_file
                        where journey_id = :journey and person_id = :person and message_id is null and evidence_id = :file
                        """)
                        .param("journey", journey.value())
                        .param("person", person.value())
                        .param("file", file.value())
                        .update()
                > 0;
    }

    /** What waited leaves with the message. @return how many files */
    public int send(JourneyId journey, PersonId person, MessageId message) {
        return database.sql("""
                        update exchange_file set message_id = :message
                        where journey_id = :journey and person_id = :person and message_id is null
                        """)
                .param("message", message.value())
                .param("journey", journey.value())
                .param("person", person.value())
                .update();
    }

    /** Takes the files of a message off it. */
    public List<EvidenceId> takeBack(MessageId message) {
        List<EvidenceId> files = of(List.of(message)).getOrDefault(message, List.of());
        database.sql("delete from exchange_file where message_id = :message")
                .param("message", message.value())
                .update();
        return files;
    }

    public Map<MessageId, List<EvidenceId>> of(Collection<MessageId> messages) {
        Map<MessageId, List<EvidenceId>> files = new HashMap<>();
        if (!messages.isEmpty()) {
            database.sql(
                            "select message_id, evidence_id from exchange_file where message_id in (:messages) order by id")
                    .param("messages", messages.stream().map(MessageId::value).toList())
                    .query(row -> {
                        files.computeIfAbsent(
                                        new MessageId(row.getObject("message_id", UUID.class)), id -> new ArrayList<>())
                                .add(new EvidenceId(row.getObject("evidence_id", UUID.class)));
                    });
        }
        return files;
    }

    /** Whether another message, or a draft, holds it too. */
    public boolean heldElsewhere(EvidenceId file, JourneyId journey) {
        return database.sql("select count(*) from exchange_file where journey_id = :journey and evidence_id = :file")
                        .param("journey", journey.value())
                        .param("file", file.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
