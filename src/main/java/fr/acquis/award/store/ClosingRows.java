package fr.acquis.award.store;

import fr.acquis.award.Closing;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class ClosingRows {

    private final JdbcClient database;
    private final JsonMapper json;

    ClosingRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void insert(Closing closing) {
        database.sql("""
                        insert into case_closing (journey_id, closed_by, closed_at, reasons)
                        values (:journey, :by, :at, :reasons)
                        """)
                .param("journey", closing.journey().value())
                .param("by", closing.closedBy().value())
                .param("at", closing.closedAt())
                .param("reasons", json.writeValueAsString(closing.reasons()))
                .update();
    }

    public Optional<Closing> find(JourneyId journey) {
        return database.sql("select closed_by, closed_at, reasons from case_closing where journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) -> new Closing(
                        journey,
                        new PersonId(row.getObject("closed_by", UUID.class)),
                        row.getObject("closed_at", Instant.class),
                        json.readValue(row.getString("reasons"), new TypeReference<List<Closing.Reason>>() {})))
                .optional();
    }
}
