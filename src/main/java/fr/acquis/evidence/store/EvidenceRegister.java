package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceWithdrawn;
import fr.acquis.evidence.ReadingState;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes and erases pieces: each verb is one transaction with its audit entry and its event. */
@Service
@Transactional
public class EvidenceRegister {

    private final JdbcClient database;
    private final Findings findings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceRegister(
            JdbcClient database, Findings findings, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.findings = findings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
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
