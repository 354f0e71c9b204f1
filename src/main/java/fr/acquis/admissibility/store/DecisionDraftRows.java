package fr.acquis.admissibility.store;

import fr.acquis.admissibility.DecisionDrafts.Kept;
import fr.acquis.admissibility.DecisionDrafts.Words;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class DecisionDraftRows {

    private final JdbcClient database;
    private final JsonMapper json;

    DecisionDraftRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Kept> find(JourneyId journey, PersonId person) {
        return database.sql("""
                        select content, saved_at from decision_draft where journey_id = :journey and person_id = :person
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .query((row, n) -> new Kept(
                        json.readValue(row.getString("content"), Words.class),
                        row.getObject("saved_at", Instant.class)))
                .optional();
    }

    public void keep(JourneyId journey, PersonId person, Words words, Instant at) {
        database.sql("""
                        insert into decision_draft (journey_id, person_id, content, saved_at)
                        values (:journey, :person, :content, :at)
                        on duplicate key update content = :content, saved_at = :at
                        """)
                .param("journey", journey.value())
                .param("person", person.value())
                .param("content", json.writeValueAsString(words))
                .param("at", at)
                .update();
    }

    public void forget(JourneyId journey, PersonId person) {
        database.sql("delete from decision_draft where journey_id = :journey and person_id = :person")
                .param("journey", journey.value())
                .param("person", person.value())
                .update();
    }

    public void forget(JourneyId journey) {
        database.sql("delete from decision_draft where journey_id = :journey")
                .param("journey", journey.value())
                .update();
    }
}
