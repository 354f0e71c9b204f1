package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.EvidenceStored;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.ScanState;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes new pieces: one transaction with its audit entry, its event, and what the piece takes the place of. */
@Service
@Transactional
public class Arrivals {

    private final JdbcClient database;
    private final EvidenceRows rows;
    private final EvidenceRegister register;
    private final EvidenceSettings settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Arrivals(
            JdbcClient database,
            EvidenceRows rows,
            EvidenceRegister register,
            EvidenceSettings settings,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.register = register;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A checked file whose object is stored.
     *
     * @param begun whether its sending has a row, and it may be a piece already
     */
    public record Arrival(
            EvidenceId id,
            JourneyId journey,
            CertifyingBodyId certifyingBody,
            PersonId candidate,
            @Nullable PersonId by,
            EvidenceKind kind,
            String objectKey,
            String fileName,
            FileType type,
            long size,
            Sha256 sha256,
            boolean showsOthers,
            @Nullable Replacement replaces,
            boolean begun) {}

    /** A piece that goes with the arrival of another one. */
    public record Replacement(Evidence piece, String reason) {}

    /**
     * Writes the piece; one that is there already, because its sender was never answered, is left as it is.
     *
     * @return the keys of objects to delete once this is committed
     * @throws RefusedFile when the journey is full or holds the same content: then there is no row
     */
    public List<String> enter(Arrival arrival) {
        Instant now = clock.instant();
        if (arrival.begun()) {
            makeRow(arrival);
            if (there(arrival.id())) {
                return List.of();
            }
        }
        List<String> erased = arrival.replaces() == null
                ? List.of()
                : register.withdraw(
                        arrival.replaces().piece(),
                        arrival.by(),
                        arrival.replaces().reason());
        takeRoom(arrival);
        // Only now: whoever attached to the same journey at the same time has committed.
        if (!insertUnlessThere(arrival, now)) {
            throw new RefusedFile(
                    Reason.DUPLICATE,
                    rows.sameContent(arrival.journey(), arrival.sha256()).orElse(""));
        }
        insertVersion(arrival, now);
        audit.record(
                arrival.journey().value(),
                "attach-evidence",
                Map.of(
                        "evidence", arrival.id().toString(),
                        "kind", arrival.kind().name(),
                        "type", arrival.type().name(),
                        "size", Long.toString(arrival.size()),
                        "sha256", arrival.sha256().hex()));
        events.publishEvent(new EvidenceStored(arrival.id(), arrival.journey(), arrival.kind(), arrival.sha256(), now));
        if (arrival.begun()) {
            forgetSending(arrival.id());
        }
        return erased;
    }

    private void forgetSending(EvidenceId id) {
        database.sql("delete from evidence_sending where id = :id")
                .param("id", id.value())
                .update();
    }

    private boolean there(EvidenceId id) {
        return database.sql("select exists (select 1 from evidence where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Holds the journey's room until the end, as taking some of it does. */
    private void makeRow(Arrival arrival) {
        database.sql("""
                        insert into evidence_load (journey_id, bytes, files) values (:journey, 0, 0)
                        on duplicate key update files = files
                        """).param("journey", arrival.journey().value()).update();
    }

    /** Whoever attaches to the same journey at the same time waits here. The first of a journey makes its row. */
    private void takeRoom(Arrival arrival) {
        if (roomTaken(arrival)) {
            return;
        }
        makeRow(arrival);
        if (!roomTaken(arrival)) {
            throw new RefusedFile(
                    Reason.QUOTA_EXCEEDED, settings.journeyQuota().toMegabytes(), settings.journeyFiles());
        }
    }

    private boolean roomTaken(Arrival arrival) {
        return database.sql("""
                        update evidence_load set bytes = bytes + :size, files = files + 1
                        where journey_id = :journey and bytes + :size <= :mostBytes and files < :mostFiles
                        """)
                        .param("size", arrival.size())
                        .param("journey", arrival.journey().value())
                        .param("mostBytes", settings.journeyQuota().toBytes())
                        .param("mostFiles", settings.journeyFiles())
                        .update()
                > 0;
    }

    /** False, and nothing written, where a standing piece of the journey has the same content. */
    private boolean insertUnlessThere(Arrival arrival, Instant now) {
        return database.sql("""
                        insert into evidence
                            (id, journey_id, certifying_body_id, candidate_id, kind, attached_at, attached_by,
                             shows_others_at, shows_others_by)
                        select :id, :journey, :body, :candidate, :kind, :now, :by,
                             if(:others, :now, null), if(:others, :by, null)
                        from (select 1 one) piece
                        where not exists (select 1 %s)
                        """.formatted(EvidenceRows.SAME_CONTENT))
                        .param("id", arrival.id().value())
                        .param("journey", arrival.journey().value())
                        .param("body", arrival.certifyingBody().value())
                        .param("candidate", arrival.candidate().value())
                        .param("kind", arrival.kind().name())
                        .param("now", now)
                        .param("by", arrival.by() == null ? null : arrival.by().value())
                        .param("others", arrival.showsOthers())
                        .param("content", arrival.sha256().hex())
                        .update()
                > 0;
    }

    private void insertVersion(Arrival arrival, Instant now) {
        database.sql("""
                        insert into evidence_version
                            (evidence_id, number, object_key, file_name, file_type, size, sha256, stored_at,
                             scan, scan_from, reading, characters, cut_short, reading_from, reading_tries)
                        values (:id, 1, :key, :name, :type, :size, :sha256, :now,
                             :scan, :now, :reading, 0, false, :now, 0)
                        """)
                .param("id", arrival.id().value())
                .param("key", arrival.objectKey())
                .param("name", arrival.fileName())
                .param("type", arrival.type().name())
                .param("size", arrival.size())
                .param("sha256", arrival.sha256().hex())
                .param("now", now)
                .param("scan", (settings.antivirus().configured() ? ScanState.PENDING : ScanState.NOT_SCANNED).name())
                .param("reading", (arrival.kind().readable() ? ReadingState.PENDING : ReadingState.NOT_READ).name())
                .update();
    }
}
