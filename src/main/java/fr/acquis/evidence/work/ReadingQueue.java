package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceRead;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files waiting to be read, in the database: any instance may take one by a lease, and one whose taker died comes back when the
 * lease runs out.
 */
@Service
@Transactional
public class ReadingQueue {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadingQueue(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the file that has waited longest. */
    Optional<Leased> take(Duration lease) {
        UUID token = TimeOrderedUuid.next();
        Instant now = clock.instant();
        int taken = database.sql("""
                        update evidence_version
                        set reading_lease = :token, reading_from = :until, reading_tries = reading_tries + 1
                        where reading = 'PENDING' and reading_from <= :now
                        order by reading_from limit 1
                        """)
                .param("token", token)
                .param("until", now.plus(lease))
                .param("now", now)
                .update();
        return taken == 0 ? Optional.empty() : leased(token);
    }

    private Optional<Leased> leased(UUID token) {
        return database.sql("""
                        select v.evidence_id, v.number, v.object_key, v.file_type, v.sha256, v.reading_tries, e.journey_id
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
                        row.getInt("reading_tries")))
                .optional();
    }

    /** Writes what was found; nothing when the lease was lost or the piece withdrawn meanwhile. */
    void finish(Leased file, Reading reading, String text) {
        Instant now = clock.instant();
        int written = database.sql("""
                        update evidence_version
                        set reading = :state, pages = :pages, characters = :characters, cut_short = :cut,
                            read_at = :now, reading_lease = null
                        where reading_lease = :token and reading = 'PENDING' and content_erased_at is null
                        """)
                .param("state", reading.state().name())
                .param("pages", reading.pages())
                .param("characters", reading.characters())
                .param("cut", reading.cutShort())
                .param("now", now)
                .param("token", file.token())
                .update();
        if (written == 0) {
            return;
        }
        if (!text.isEmpty()) {
            database.sql("insert into evidence_text (evidence_id, number, body) values (:id, :number, :body)")
                    .param("id", file.evidence().value())
                    .param("number", file.version())
                    .param("body", text)
                    .update();
        }
        events.publishEvent(new EvidenceRead(file.evidence(), file.version(), file.journey(), reading.state(), now));
    }

    void finish(Leased file, ReadingState state) {
        finish(file, new Reading(state, null, 0, false), "");
    }

    /** Gives a file back unread: it was not the file's fault, so the try does not count. */
    void giveBack(Leased file, Duration pause) {
        database.sql("""
                        update evidence_version
                        set reading_lease = null, reading_from = :from, reading_tries = reading_tries - 1
                        where reading_lease = :token and reading = 'PENDING'
                        """)
                .param("from", clock.instant().plus(pause))
                .param("token", file.token())
                .update();
    }

    record Leased(
            UUID token,
            EvidenceId evidence,
            int version,
            JourneyId journey,
            String objectKey,
            FileType type,
            Sha256 sha256,
            int tries) {}
}
