package fr.acquis.jury.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.jury.Grid;
import fr.acquis.jury.WorkplaceAssessment;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class AssessmentRows {

    private final JdbcClient database;
    private final JsonMapper json;

    AssessmentRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void insert(WorkplaceAssessment assessment, PersonId by, Instant at) {
        database.sql("""
                        insert into workplace_assessment
                            (journey_id, attempt, assessor, assessor_function, assessed_on, results, document, recorded_by, recorded_at)
                        values (:journey, :attempt, :assessor, :function, :on, :results, :document, :by, :at)
                        """)
                .param("journey", assessment.journey().value())
                .param("attempt", assessment.attempt())
                .param("assessor", assessment.assessor())
                .param("function", assessment.assessorFunction())
                .param("on", assessment.assessedOn())
                .param("results", json.writeValueAsString(assessment.results()))
                .param(
                        "document",
                        assessment.document() == null
                                ? null
                                : assessment.document().value())
                .param("by", by.value())
                .param("at", at)
                .update();
    }

    /** The latest of the case. */
    public Optional<WorkplaceAssessment> find(JourneyId journey) {
        return database.sql("""
                        select attempt, assessor, assessor_function, assessed_on, results, document
                        from workplace_assessment where journey_id = :journey order by attempt desc limit 1
                        """)
                .param("journey", journey.value())
                .query((row, n) -> {
                    UUID document = row.getObject("document", UUID.class);
                    return new WorkplaceAssessment(
                            journey,
                            row.getInt("attempt"),
                            row.getString("assessor"),
                            row.getString("assessor_function"),
                            row.getObject("assessed_on", LocalDate.class),
                            json.readValue(row.getString("results"), new TypeReference<Map<String, Grid.Level>>() {}),
                            document == null ? null : new EvidenceId(document));
                })
                .optional();
    }
}
