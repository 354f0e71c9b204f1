package fr.acquis.admissibility.store;

import fr.acquis.admissibility.Livret1;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class Livret1Rows {

    private final JdbcClient database;
    private final JsonMapper json;

    Livret1Rows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Livret1 find(JourneyId journey) {
        return read("select content from livret1 where journey_id = :journey", journey)
                .orElse(Livret1.BLANK);
    }

    public Optional<Instant> savedAt(JourneyId journey) {
        return database.sql("select saved_at from livret1 where journey_id = :journey")
                .param("journey", journey.value())
                .query(Instant.class)
                .optional();
    }

    /** The form, its row made if absent and locked: two pages saved at once do not lose each other's part. */
    public Livret1 lock(JourneyId journey, Instant at) {
        database.sql("""
                        insert into livret1 (journey_id, content, saved_at, version) values (:journey, :content, :at, 0)
                        on duplicate key update version = version
                        """)
                .param("journey", journey.value())
                .param("content", json.writeValueAsString(Livret1.BLANK))
                .param("at", at)
                .update();
        return read("select content from livret1 where journey_id = :journey for update", journey)
                .orElseThrow();
    }

    public void save(JourneyId journey, Livret1 livret, Instant at) {
        database.sql("""
                        update livret1 set content = :content, saved_at = :at, version = version + 1
                        where journey_id = :journey
                        """)
                .param("content", json.writeValueAsString(livret))
                .param("at", at)
                .param("journey", journey.value())
                .update();
    }

    private Optional<Livret1> read(String sql, JourneyId journey) {
        return database.sql(sql)
                .param("journey", journey.value())
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, Livret1.class));
    }
}
