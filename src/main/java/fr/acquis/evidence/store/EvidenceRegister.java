package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.EvidenceStored;
import fr.acquis.evidence.EvidenceWithdrawn;
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

/** Writes pieces: each verb is one transaction with its audit entry and its event. */
@Service
@Transactional
public class EvidenceRegister {

    private final JdbcClient database;
    private final EvidenceRows rows;
    private final Findings findings;
    private final EvidenceSettings settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceRegister(
            JdbcClient database,
            EvidenceRows rows,
            Findings findings,
            EvidenceSettings settings,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.findings = findings;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A checked file whose object is stored. */
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
            @Nullable Replacement replaces) {}

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
        makeRow(arrival);
        if (rows.any(arrival.id()).isPresent()) {
            return List.of();
        }
        List<String> erased = arrival.replaces() == null
                ? List.of()
                : withdraw(
                        arrival.replaces().piece(),
                        arrival.by(),
                        arrival.replaces().reason());
        takeRoom(arrival);
        // Only now: whoever attached to the same journey at the same time has committed.
        rows.sameContent(arrival.journey(), arrival.sha256()).ifPresent(twin -> {
            throw new RefusedFile(Reason.DUPLICATE, twin);
        });
        insertPiece(arrival, now);
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
        database.sql("delete from evidence_sending where id = :id")
                .param("id", arrival.id().value())
                .update();
        return erased;
    }

    /** Whoever attaches to the same journey at the same time waits here. */
    private void makeRow(Arrival arrival) {
        database.sql("""
                        insert into evidence_load (journey_id, bytes, files) values (:journey, 0, 0)
                        on duplicate key update files = files
                        """).param("journey", arrival.journey().value()).update();
    }

    private void takeRoom(Arrival arrival) {
        int taken = database.sql("""
                        update evidence_load set bytes = bytes + :size, files = files + 1
                        where journey_id = :journey and bytes + :size <= :mostBytes and files < :mostFiles
                        """)
                .param("size", arrival.size())
                .param("journey", arrival.journey().value())
                .param("mostBytes", settings.journeyQuota().toBytes())
                .param("mostFiles", settings.journeyFiles())
                .update();
        if (taken == 0) {
            throw new RefusedFile(
                    Reason.QUOTA_EXCEEDED, settings.journeyQuota().toMegabytes(), settings.journeyFiles());
        }
    }

    private void insertPiece(Arrival arrival, Instant now) {
        database.sql("""
                        insert into evidence
                            (id, journey_id, certifying_body_id, candidate_id, kind, attached_at, attached_by,
                             shows_others_at, shows_others_by)
                        values (:id, :journey, :body, :candidate, :kind, :now, :by,
                             if(:others, :now, null), if(:others, :by, null))
                        """)
                .param("id", arrival.id().value())
                .param("journey", arrival.journey().value())
                .param("body", arrival.certifyingBody().value())
                .param("candidate", arrival.candidate().value())
                .param("kind", arrival.kind().name())
                .param("now", now)
                .param("by", value(arrival.by()))
                .param("others", arrival.showsOthers())
                .update();
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

    /**
     * A person says what a piece is. As an identity document it is no longer read, and what was read of it is forgotten; as
     * another document, one that was set apart is read after all.
     */
    public void nameKind(Evidence piece, EvidenceKind kind, PersonId by) {
        database.sql("update evidence set kind = :kind, kind_named_at = :now, kind_named_by = :by where id = :id")
                .param("kind", kind.name())
                .param("now", clock.instant())
                .param("by", by.value())
                .param("id", piece.id().value())
                .update();
        int number = piece.current().number();
        if (kind.identityDocument()) {
            forgetReading(piece.id(), number);
        } else if (piece.kind().identityDocument()) {
            read(piece.id(), number, ReadingState.NOT_READ, ReadingState.PENDING);
        }
        audit.record(
                piece.journey().value(),
                "name-evidence-kind",
                Map.of(
                        "evidence", piece.id().toString(),
                        "from", piece.kind().name(),
                        "to", kind.name()));
    }

    private void forgetReading(EvidenceId id, int number) {
        findings.forget(id, number);
        database.sql("delete from evidence_page where evidence_id = :id")
                .param("id", id.value())
                .update();
        database.sql("delete from evidence_fact where evidence_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .update();
        for (ReadingState any : ReadingState.values()) {
            read(id, number, any, ReadingState.NOT_READ);
        }
    }

    private void read(EvidenceId id, int number, ReadingState from, ReadingState to) {
        database.sql("""
                        update evidence_version
                        set reading = :to, reading_lease = null, reading_from = :now, reading_tries = 0, characters = 0,
                            found_kind = null, confidence = null, clues = null, pages_recognised = 0
                        where evidence_id = :id and number = :number and reading = :from
                        """)
                .param("to", to.name())
                .param("from", from.name())
                .param("now", clock.instant())
                .param("id", id.value())
                .param("number", number)
                .update();
    }

    /** Somebody who is not the candidate opens a content. */
    public void recordReading(Evidence piece) {
        audit.record(
                piece.journey().value(),
                "read-evidence",
                Map.of(
                        "evidence", piece.id().toString(),
                        "version", Integer.toString(piece.current().number())));
    }

    /** @return the keys of the objects to delete once this is committed; empty when it was withdrawn before */
    public List<String> withdraw(Evidence piece, @Nullable PersonId by, String reason) {
        Instant now = clock.instant();
        int withdrawn = database.sql("""
                        update evidence set withdrawn_at = :now, withdrawn_by = :by, withdrawal_reason = :reason
                        where id = :id and withdrawn_at is null
                        """)
                .param("now", now)
                .param("by", value(by))
                .param("reason", reason)
                .param("id", piece.id().value())
                .update();
        if (withdrawn == 0) {
            return List.of();
        }
        List<String> objects = eraseContents(piece, now);
        audit.record(
                piece.journey().value(),
                "withdraw-evidence",
                Map.of(
                        "evidence", piece.id().toString(),
                        "kind", piece.kind().name(),
                        "sha256", piece.current().sha256().hex()));
        events.publishEvent(new EvidenceWithdrawn(piece.id(), piece.journey(), piece.kind(), now));
        return objects;
    }

    /** @return the keys of the objects to delete once this is committed; empty when it was checked or withdrawn before */
    public List<String> markIdentityChecked(Evidence piece, PersonId by) {
        Instant now = clock.instant();
        int checked = database.sql("""
                        update evidence set checked_at = :now, checked_by = :by
                        where id = :id and kind = :kind and withdrawn_at is null and checked_at is null
                        """)
                .param("now", now)
                .param("by", by.value())
                .param("id", piece.id().value())
                .param("kind", EvidenceKind.IDENTITY_DOCUMENT.name())
                .update();
        if (checked == 0) {
            return List.of();
        }
        List<String> objects = eraseContents(piece, now);
        audit.record(
                piece.journey().value(),
                "check-identity-document",
                Map.of(
                        "evidence", piece.id().toString(),
                        "sha256", piece.current().sha256().hex()));
        return objects;
    }

    /** The names go too: they often name the person a document is about. */
    private List<String> eraseContents(Evidence piece, Instant now) {
        List<Content> contents = database.sql("""
                        select object_key, size from evidence_version
                        where evidence_id = :id and content_erased_at is null for update
                        """)
                .param("id", piece.id().value())
                .query((row, n) -> new Content(row.getString("object_key"), row.getLong("size")))
                .list();
        for (String found : List.of(
                "evidence_text", "evidence_recognised_page", "evidence_fact", "evidence_page", "evidence_note")) {
            database.sql("delete from " + found + " where evidence_id = :id")
                    .param("id", piece.id().value())
                    .update();
        }
        database.sql("""
                        update evidence_version
                        set content_erased_at = :now, file_name = '', reading_lease = null, clues = null,
                            reading = if(reading in ('PENDING', 'RECOGNISING'), 'NOT_READ', reading)
                        where evidence_id = :id and content_erased_at is null
                        """).param("now", now).param("id", piece.id().value()).update();
        database.sql("""
                        update evidence_load set bytes = bytes - :bytes, files = files - :files
                        where journey_id = :journey
                        """)
                .param("bytes", contents.stream().mapToLong(Content::size).sum())
                .param("files", contents.size())
                .param("journey", piece.journey().value())
                .update();
        return contents.stream().map(Content::key).toList();
    }

    private static Object value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private record Content(String key, long size) {}
}
