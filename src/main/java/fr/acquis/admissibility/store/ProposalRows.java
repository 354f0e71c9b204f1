package fr.acquis.admissibility.store;

import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.ProposedDecision;
import fr.acquis.admissibility.ProposedDecision.Settlement;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class ProposalRows {

    private final JdbcClient database;
    private final JsonMapper json;

    ProposalRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public List<ProposedDecision> of(JourneyId journey) {
        return database.sql("""
                        select number, outcome, comment, reasons, proposed_by, proposed_at, settlement, settled_by, settled_at, note
                        from admissibility_proposal where journey_id = :journey order by number
                        """)
                .param("journey", journey.value())
                .query((row, n) -> proposal(journey, row))
                .list();
    }

    public void insert(ProposedDecision proposal) {
        database.sql("""
                        insert into admissibility_proposal (journey_id, number, outcome, comment, reasons, proposed_by, proposed_at)
                        values (:journey, :number, :outcome, :comment, :reasons, :by, :at)
                        """)
                .param("journey", proposal.journey().value())
                .param("number", proposal.number())
                .param("outcome", proposal.outcome().name())
                .param("comment", proposal.comment())
                .param("reasons", json.writeValueAsString(proposal.reasons()))
                .param("by", proposal.proposedBy().value())
                .param("at", proposal.proposedAt())
                .update();
    }

    /** @param by null when nobody settled it */
    public void settle(JourneyId journey, Settlement how, @Nullable PersonId by, Instant at, @Nullable String note) {
        database.sql("""
                        update admissibility_proposal set settlement = :how, settled_by = :by, settled_at = :at, note = :note
                        where journey_id = :journey and settlement is null
                        """)
                .param("how", how.name())
                .param("by", by == null ? null : by.value())
                .param("at", at)
                .param("note", note)
                .param("journey", journey.value())
                .update();
    }

    private ProposedDecision proposal(JourneyId journey, ResultSet row) throws SQLException {
        String settlement = row.getString("settlement");
        UUID settledBy = row.getObject("settled_by", UUID.class);
        return new ProposedDecision(
                journey,
                row.getInt("number"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("comment"),
                json.readValue(row.getString("reasons"), new TypeReference<List<RefusalReason>>() {}),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_at", Instant.class),
                settlement == null ? null : Settlement.valueOf(settlement),
                settledBy == null ? null : new PersonId(settledBy),
                row.getObject("settled_at", Instant.class),
                row.getString("note"));
    }
}
