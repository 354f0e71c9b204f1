package fr.acquis.exchange.store;

import fr.acquis.exchange.Message;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DraftRows {

    private final JdbcClient database;

    DraftRows(JdbcClient database) {
        this.database = database;
    }

    public record Draft(String text, Instant savedAt) {}

    public void keep(JourneyId journey, PersonId person, Message.Kind kind, String text, Instant at) {
        database.sql("""
                        insert into exchange_draft (journey_id, person_id, kind, body, saved_at)
                        values (:journey, :person, :kind, :body, :at)
                        on duplicate key update body = :body, saved_at = :at
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("body", text)
                .param("at", at)
                .update();
    }

    public Optional<Draft> find(JourneyId journey, PersonId person, Message.Kind kind) {
        return database.sql("""
                        select body, saved_at from exchange_draft
                        where journey_id = :journey and person_id = :person and kind = :kind
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .query((row, n) -> new Draft(row.getString("body"), row.getObject("saved_at", Instant.class)))
                .optional();
    }

    public void forget(JourneyId journey, PersonId person, Message.Kind kind) {
        database.sql("delete from exchange_draft where journey_id = :journey and person_id = :person and kind = :kind")
                .param("journey", journey.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .update();
    }
}
