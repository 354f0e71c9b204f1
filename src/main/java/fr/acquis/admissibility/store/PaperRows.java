package fr.acquis.admissibility.store;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was read from a filled form and waits for its candidate's word. */
@Repository
public class PaperRows {

    private final JdbcClient database;
    private final JsonMapper json;

    PaperRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param values by the name of the field in the form */
    public record Paper(String form, String fileName, Instant readAt, Map<String, String> values) {}

    public Optional<Paper> find(JourneyId journey) {
        return database.sql(
                        "select form, file_name, read_at, field_values from livret1_paper where journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) -> new Paper(
                        row.getString("form"),
                        row.getString("file_name"),
                        row.getObject("read_at", Instant.class),
                        json.readValue(row.getString("field_values"), new TypeReference<Map<String, String>>() {})))
                .optional();
    }

    /** The one read last stands. */
    public void keep(JourneyId journey, Paper paper) {
        database.sql("""
                        insert into livret1_paper (journey_id, form, file_name, read_at, field_values)
                        values (:journey, :form, :name, :at, :values)
                        on duplicate key update form = :form, file_name = :name, read_at = :at, field_values = :values
                        """)
                .param("journey", journey.value())
                .param("form", paper.form())
                .param("name", paper.fileName())
                .param("at", paper.readAt())
                .param("values", json.writeValueAsString(paper.values()))
                .update();
    }

    public void forget(JourneyId journey) {
        database.sql("delete from livret1_paper where journey_id = :journey")
                .param("journey", journey.value())
                .update();
    }
}
