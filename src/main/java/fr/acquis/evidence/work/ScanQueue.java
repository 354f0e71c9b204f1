package fr.acquis.evidence.work;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.ScanState;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files waiting for the antivirus, taken by a lease like those waiting to be read. */
@Service
@Transactional
class ScanQueue {

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    ScanQueue(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    record Leased(UUID token, EvidenceId evidence, JourneyId journey, String objectKey) {}

    Optional<Leased> take(Duration lease) {
        UUID token = TimeOrderedUuid.next();
        Instant now = clock.instant();
        int taken = database.sql("""
                        update evidence_version set scan_lease = :token, scan_from = :until
                        where scan = 'PENDING' and scan_from <= :now and content_erased_at is null
                        order by scan_from limit 1
                        """)
                .param("token", token)
                .param("until", now.plus(lease))
                .param("now", now)
                .update();
        return taken == 0
                ? Optional.empty()
                : database.sql("""
                                select v.evidence_id, v.object_key, e.journey_id
                                from evidence_version v join evidence e on e.id = v.evidence_id
                                where v.scan_lease = :token
                                """)
                        .param("token", token)
                        .query((row, n) -> new Leased(
                                token,
                                new EvidenceId(row.getObject("evidence_id", UUID.class)),
                                new JourneyId(row.getObject("journey_id", UUID.class)),
                                row.getString("object_key")))
                        .optional();
    }

    /** What carries a virus is not read either; only its owner can take it away. */
    void finish(Leased file, ScanState state) {
        int written = database.sql("""
                        update evidence_version
                        set scan = :state, scan_lease = null,
                            reading = if(:state = 'INFECTED' and reading in ('PENDING', 'RECOGNISING'), 'NOT_READ', reading)
                        where scan_lease = :token and scan = 'PENDING'
                        """)
                .param("state", state.name())
                .param("token", file.token())
                .update();
        if (written > 0 && state == ScanState.INFECTED) {
            audit.record(
                    file.journey().value(),
                    "find-virus",
                    Map.of("evidence", file.evidence().toString()));
        }
    }

    void giveBack(Leased file, Duration pause) {
        database.sql("""
                        update evidence_version set scan_lease = null, scan_from = :from
                        where scan_lease = :token and scan = 'PENDING'
                        """)
                .param("from", clock.instant().plus(pause))
                .param("token", file.token())
                .update();
    }

    /** The antivirus was taken away: what waited for it is said not to be scanned, and is read. */
    int stopWaiting() {
        return database.sql("""
                        update evidence_version set scan = 'NOT_SCANNED', scan_lease = null where scan = 'PENDING'
                        """).update();
    }
}
