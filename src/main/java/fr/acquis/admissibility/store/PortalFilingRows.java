package fr.acquis.admissibility.store;

import fr.acquis.admissibility.PortalFiling;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PortalFilingRows {

    private final JdbcClient database;

    PortalFilingRows(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    public List<PortalFiling> of(JourneyId journey) {
        return database.sql("""
                        select number, filed_on, reference, evidence_id, recorded_by, recorded_at, last_day_before, last_day
                        from portal_filing where journey_id = :journey order by number desc
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new PortalFiling(
                        row.getInt("number"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("reference"),
                        new EvidenceId(row.getObject("evidence_id", UUID.class)),
                        new PersonId(row.getObject("recorded_by", UUID.class)),
                        row.getObject("recorded_at", Instant.class),
                        row.getObject("last_day_before", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    public void insert(JourneyId journey, PortalFiling filing) {
        database.sql("""
                        insert into portal_filing (journey_id, number, filed_on, reference, evidence_id, recorded_by, recorded_at,
                                                   last_day_before, last_day)
                        values (:journey, :number, :filedOn, :reference, :proof, :by, :at, :before, :lastDay)
                        """)
                .param("journey", journey.value())
                .param("number", filing.number())
                .param("filedOn", filing.filedOn())
                .param("reference", filing.reference())
                .param("proof", filing.proof().value())
                .param("by", filing.recordedBy().value())
                .param("at", filing.recordedAt())
                .param("before", filing.lastDayBefore())
                .param("lastDay", filing.lastDay())
                .update();
    }
}
