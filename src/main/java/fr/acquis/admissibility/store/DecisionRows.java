package fr.acquis.admissibility.store;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decision;
import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class DecisionRows {

    private final JdbcClient database;
    private final JsonMapper json;

    DecisionRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Decision> find(JourneyId journey) {
        return database.sql("""
                        select outcome, decided_by, decided_at, valid_until, comment, reasons
                        from admissibility_decision where journey_id = :journey
                        """)
                .param("journey", journey.value())
                .query((row, n) -> decision(journey, row))
                .optional();
    }

    /** @return false when the case has a decision already: the first one stands */
    public boolean insert(Decision decision) {
        return database.sql("""
                        insert ignore into admissibility_decision
                            (journey_id, outcome, decided_by, decided_at, valid_until, comment, reasons)
                        values (:journey, :outcome, :by, :at, :until, :comment, :reasons)
                        """)
                        .param("journey", decision.journey().value())
                        .param("outcome", decision.outcome().name())
                        .param(
                                "by",
                                decision.decidedBy() == null
                                        ? null
                                        : decision.decidedBy().value())
                        .param("at", decision.decidedAt())
                        .param("until", decision.validUntil())
                        .param("comment", decision.comment())
                        .param("reasons", json.writeValueAsString(decision.reasons()))
                        .update()
                == 1;
    }

    public List<CompletionRequest> requests(JourneyId journey) {
        return database.sql("""
                        select number, requested_at, answer_by, pieces, answered_at
                        from completion_request where journey_id = :journey order by number
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new CompletionRequest(
                        journey,
                        row.getInt("number"),
                        row.getObject("requested_at", Instant.class),
                        row.getObject("answer_by", LocalDate.class),
                        json.readValue(row.getString("pieces"), new TypeReference<List<CompletionRequest.Piece>>() {}),
                        row.getObject("answered_at", Instant.class)))
                .list();
    }

    public void insert(CompletionRequest request, PersonId by) {
        database.sql("""
                        insert into completion_request (journey_id, number, requested_by, requested_at, answer_by, pieces)
                        values (:journey, :number, :by, :at, :answerBy, :pieces)
                        """)
                .param("journey", request.journey().value())
                .param("number", request.number())
                .param("by", by.value())
                .param("at", request.requestedAt())
                .param("answerBy", request.answerBy())
                .param("pieces", json.writeValueAsString(request.pieces()))
                .update();
    }

    public void answered(JourneyId journey, Instant at) {
        database.sql(
                        "update completion_request set answered_at = :at where journey_id = :journey and answered_at is null")
                .param("at", at)
                .param("journey", journey.value())
                .update();
    }

    private Decision decision(JourneyId journey, ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        return new Decision(
                journey,
                Outcome.valueOf(row.getString("outcome")),
                by == null ? null : new PersonId(by),
                row.getObject("decided_at", Instant.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("comment"),
                json.readValue(row.getString("reasons"), new TypeReference<List<RefusalReason>>() {}));
    }
}
