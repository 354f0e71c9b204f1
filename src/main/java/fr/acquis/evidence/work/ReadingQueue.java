package fr.acquis.evidence.work;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PageMark;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.store.ClassificationColumns;
import fr.acquis.evidence.store.Findings;
import fr.acquis.evidence.work.Understanding.Understood;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files waiting to be read, in the database: any instance may take one by a lease, and one whose taker died comes back when the
 * lease runs out.
 */
@Service
@Transactional
public class ReadingQueue {

    private final JdbcClient database;
    private final Findings findings;
    private final Clock clock;

    ReadingQueue(JdbcClient database, Findings findings, Clock clock) {
        this.database = database;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * Takes the file that has waited longest; nothing is read before the antivirus, where there is one, has let it pass. The
     * statement that takes it stands by itself, without a transaction around it. Not in the one that writes down the file before:
     * two threads that finish at once would then wait for each other.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Leased> take(Duration lease) {
        return take(ReadingState.PENDING, lease);
    }

    /** Takes the picture of text that has waited longest; asked for when nothing else waits. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Leased> takePicture(Duration lease) {
        return take(ReadingState.RECOGNISING, lease);
    }

    private Optional<Leased> take(ReadingState waiting, Duration lease) {
        UUID token = TimeOrderedUuid.next();
        Instant now = clock.instant();
        int taken = database.sql("""
                        update evidence_version
                        set reading_lease = :token, reading_from = :until, reading_tries = reading_tries + 1
                        where reading = :waiting and reading_from <= :now and scan in ('NOT_SCANNED', 'CLEAN')
                        order by reading_from limit 1
                        """)
                .param("token", token)
                .param("until", now.plus(lease))
                .param("now", now)
                .param("waiting", waiting.name())
                .update();
        return taken == 0 ? Optional.empty() : leased(token);
    }

    private Optional<Leased> leased(UUID token) {
        return database.sql("""
                        select v.evidence_id, v.number, v.object_key, v.file_type, v.sha256, v.reading_tries, v.pages,
                            v.pages_recognised, e.journey_id, e.kind, e.kind_named_at, e.candidate_id,
                            v.read_at is null and v.reading = 'PENDING' untouched
                        from evidence_version v join evidence e on e.id = v.evidence_id
                        where v.reading_lease = :token
                        """)
                .param("token", token)
                .query((row, n) -> new Leased(
                        token,
                        new EvidenceId(row.getObject("evidence_id", UUID.class)),
                        row.getInt("number"),
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getString("object_key"),
                        FileType.valueOf(row.getString("file_type")),
                        new Sha256(row.getString("sha256")),
                        row.getInt("reading_tries"),
                        row.getObject("pages", Integer.class),
                        row.getInt("pages_recognised"),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getObject("kind_named_at") != null,
                        new PersonId(row.getObject("candidate_id", UUID.class)),
                        row.getBoolean("untouched")))
                .optional();
    }

    /** The text cannot be had without recognising it: goes to the pictures, its tries counted anew. */
    void recogniseLater(Leased file, @Nullable Integer pages, String marks) {
        database.sql("""
                        update evidence_version
                        set reading = 'RECOGNISING', pages = :pages, page_marks = :marks, reading_lease = null,
                            reading_from = :now, reading_tries = 0
                        where reading_lease = :token and reading = 'PENDING' and content_erased_at is null
                        """)
                .param("pages", pages)
                .param("marks", marks)
                .param("now", clock.instant())
                .param("token", file.token())
                .update();
    }

    /**
     * Keeps the text of one page and the lease; false when it was lost.
     *
     * @param mark of a page that was a picture until now; one that hides something goes on doing so
     */
    boolean keepPage(Leased file, int page, String text, PageMark mark, Duration lease) {
        int kept = database.sql("""
                        update evidence_version set pages_recognised = :page, reading_from = :until, reading_tries = 1,
                            page_marks = if(substring(page_marks, :page, 1) = 'P',
                                insert(page_marks, :page, 1, :mark), page_marks)
                        where reading_lease = :token and reading = 'RECOGNISING' and content_erased_at is null
                        """)
                .param("page", page)
                .param("mark", String.valueOf(mark.letter()))
                .param("until", clock.instant().plus(lease))
                .param("token", file.token())
                .update();
        if (kept == 0) {
            return false;
        }
        database.sql("""
                        insert into evidence_recognised_page (evidence_id, number, page, body)
                        values (:id, :number, :page, :text) on duplicate key update body = :text
                        """)
                .param("id", file.evidence().value())
                .param("number", file.version())
                .param("page", page)
                .param("text", text)
                .update();
        return true;
    }

    List<String> recognisedPages(Leased file) {
        return database.sql("""
                        select body from evidence_recognised_page
                        where evidence_id = :id and number = :number order by page
                        """)
                .param("id", file.evidence().value())
                .param("number", file.version())
                .query(String.class)
                .list();
    }

    /** Whether a file waits whose text is at hand: those go before pictures. */
    boolean textWaits() {
        return database.sql("""
                        select exists (select 1 from evidence_version
                          where reading = 'PENDING' and reading_from <= :now and scan in ('NOT_SCANNED', 'CLEAN'))
                        """)
                .param("now", clock.instant())
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes what was found; nothing when the lease was lost or the piece withdrawn meanwhile.
     *
     * @param marks of the pages; null where those kept already stay
     */
    void finish(Leased file, Reading reading, String text, @Nullable String marks, @Nullable Understood understood) {
        boolean setApart = understood != null && understood.identity() && !file.kindNamed();
        Reading kept = setApart ? new Reading(ReadingState.NOT_READ, reading.pages(), 0, false) : reading;
        if (!close(file, kept, marks, understood == null || setApart ? null : understood.found())) {
            return;
        }
        if (!file.untouched()) {
            findings.forget(file.evidence(), file.version());
        }
        if (setApart) {
            findings.setApart(file.evidence(), file.version(), file.journey(), understood.found());
        } else {
            findings.keepText(file.evidence(), file.version(), text);
            if (understood != null) {
                findings.propose(file.evidence(), file.version(), understood.proposals());
            }
        }
    }

    private boolean close(Leased file, Reading reading, @Nullable String marks, @Nullable Classification found) {
        return database.sql("""
                        update evidence_version
                        set reading = :state, pages = :pages, characters = :characters, cut_short = :cut,
                            page_marks = coalesce(:marks, page_marks), read_at = :now, reading_lease = null,
                            found_kind = coalesce(:kind, found_kind), confidence = coalesce(:confidence, confidence),
                            clues = coalesce(:clues, clues)
                        where reading_lease = :token and reading in ('PENDING', 'RECOGNISING') and content_erased_at is null
                        """)
                        .param("state", reading.state().name())
                        .param("pages", reading.pages())
                        .param("characters", reading.characters())
                        .param("cut", reading.cutShort())
                        .param("marks", marks)
                        .param("kind", found == null ? null : found.kind().name())
                        .param("confidence", found == null ? null : found.confidence())
                        .param("clues", found == null ? null : ClassificationColumns.clues(found))
                        .param("now", clock.instant())
                        .param("token", file.token())
                        .update()
                > 0;
    }

    void finish(Leased file, ReadingState state) {
        finish(file, new Reading(state, file.pages(), 0, false), "", null, null);
    }

    /** Gives a file back unread: it was not the file's fault, so the try does not count. */
    void giveBack(Leased file, Duration pause) {
        database.sql("""
                        update evidence_version
                        set reading_lease = null, reading_from = :from, reading_tries = reading_tries - 1
                        where reading_lease = :token and reading in ('PENDING', 'RECOGNISING')
                        """)
                .param("from", clock.instant().plus(pause))
                .param("token", file.token())
                .update();
    }

    /**
     * @param pages null before they were counted
     * @param untouched whether nothing was ever found in it, neither text nor pages nor facts
     */
    record Leased(
            UUID token,
            EvidenceId evidence,
            int version,
            JourneyId journey,
            String objectKey,
            FileType type,
            Sha256 sha256,
            int tries,
            @Nullable Integer pages,
            int pagesRecognised,
            EvidenceKind kind,
            boolean kindNamed,
            PersonId candidate,
            boolean untouched) {}
}
