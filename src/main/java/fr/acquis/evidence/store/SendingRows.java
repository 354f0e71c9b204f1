package fr.acquis.evidence.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Sending;
import fr.acquis.evidence.SendingConflict;
import fr.acquis.evidence.store.PartStore.StoredPart;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way. Each writing verb asks for the lease, which the newest request of a file holds. */
@Repository
@Transactional
public class SendingRows {

    private static final String COLUMNS = """
            select id, journey_id, sender_id, kind, file_name, declared_type, size, received, shows_others, replaces, wanted,
                until
            from evidence_sending
            """;

    private final JdbcClient database;
    private final Clock clock;

    SendingRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Where the bytes of a file are.
     *
     * @param multipart the store's name for the object to be, null while there is no part
     * @param rest how many bytes stand behind the last part
     */
    public record Kept(@Nullable String multipart, long rest, List<StoredPart> parts) {}

    /** Writes a new sending down, unless the sender's program began the same file before: then that one. */
    public Sending begin(Sending fresh, String fingerprint) {
        database.sql("""
                        insert into evidence_sending
                            (id, journey_id, sender_id, kind, file_name, declared_type, fingerprint, size, received, rest,
                             next_part, shows_others, replaces, wanted, begun_at, until)
                        values (:id, :journey, :sender, :kind, :name, :type, :fingerprint, :size, 0, 0,
                             1, :others, :replaces, :wanted, :now, :until)
                        on duplicate key update kind = values(kind), file_name = values(file_name),
                            shows_others = values(shows_others), replaces = values(replaces),
                            wanted = values(wanted), until = values(until)
                        """)
                .param("id", fresh.id().value())
                .param("journey", fresh.journey().value())
                .param("sender", fresh.sender().value())
                .param("kind", fresh.kind().name())
                .param("name", fresh.fileName())
                .param("type", fresh.declaredType())
                .param("fingerprint", fingerprint)
                .param("size", fresh.size())
                .param("others", fresh.showsOthers())
                .param(
                        "replaces",
                        fresh.replaces() == null ? null : fresh.replaces().value())
                .param("wanted", fresh.wanted())
                .param("now", clock.instant())
                .param("until", fresh.until())
                .update();
        return find(fresh.journey(), fresh.sender(), fingerprint).orElseThrow();
    }

    /** What the sender's program began. */
    @Transactional(readOnly = true)
    public Optional<Sending> find(JourneyId journey, PersonId sender, String fingerprint) {
        return database.sql(
                        COLUMNS + " where journey_id = :journey and sender_id = :sender and fingerprint = :fingerprint")
                .param("journey", journey.value())
                .param("sender", sender.value())
                .param("fingerprint", fingerprint)
                .query(SendingRows::sending)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Sending> find(EvidenceId id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(SendingRows::sending)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Sending> open(JourneyId journey, PersonId sender) {
        return database.sql(COLUMNS + " where journey_id = :journey and sender_id = :sender order by begun_at, id")
                .param("journey", journey.value())
                .param("sender", sender.value())
                .query(SendingRows::sending)
                .list();
    }

    /** The newest request takes over from an older one of the same file. */
    public Kept take(EvidenceId id, long offset, UUID lease) {
        require(
                database.sql("update evidence_sending set lease = :lease where id = :id and received = :offset")
                        .param("lease", lease)
                        .param("id", id.value())
                        .param("offset", offset)
                        .update(),
                id);
        List<StoredPart> parts = database.sql(
                        "select number, etag from evidence_sending_part where sending_id = :id order by number")
                .param("id", id.value())
                .query((row, n) -> new StoredPart(row.getInt("number"), row.getString("etag")))
                .list();
        return database.sql("select multipart, rest from evidence_sending where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Kept(row.getString("multipart"), row.getLong("rest"), parts))
                .single();
    }

    public void multipartBegun(EvidenceId id, UUID lease, String multipart) {
        require(
                database.sql("update evidence_sending set multipart = :multipart where id = :id and lease = :lease")
                        .param("multipart", multipart)
                        .param("id", id.value())
                        .param("lease", lease)
                        .update(),
                id);
    }

    /** A number nobody had before: a part put by a request that lost its lease can never be taken for another one. */
    public int nextPart(EvidenceId id, UUID lease) {
        require(
                database.sql("update evidence_sending set next_part = next_part + 1 where id = :id and lease = :lease")
                        .param("id", id.value())
                        .param("lease", lease)
                        .update(),
                id);
        return database.sql("select next_part - 1 from evidence_sending where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    public void partKept(EvidenceId id, UUID lease, StoredPart part, long received, Instant until) {
        kept(id, lease, received, 0, until);
        database.sql("insert into evidence_sending_part (sending_id, number, etag) values (:id, :number, :etag)")
                .param("id", id.value())
                .param("number", part.number())
                .param("etag", part.etag())
                .update();
    }

    public void kept(EvidenceId id, UUID lease, long received, long rest, Instant until) {
        require(
                database.sql("""
                                update evidence_sending set received = :received, rest = :rest, until = :until
                                where id = :id and lease = :lease
                                """)
                        .param("received", received)
                        .param("rest", rest)
                        .param("until", until)
                        .param("id", id.value())
                        .param("lease", lease)
                        .update(),
                id);
    }

    /** The store's name for the parts of a file that is given up. */
    @Transactional(readOnly = true)
    public Optional<String> multipart(EvidenceId id) {
        return database.sql("select multipart from evidence_sending where id = :id and multipart is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Whether a file goes on in these parts of the store. */
    @Transactional(readOnly = true)
    public boolean goesOnIn(String multipart) {
        return database.sql("select exists (select 1 from evidence_sending where multipart = :multipart)")
                .param("multipart", multipart)
                .query(Boolean.class)
                .single();
    }

    public void delete(EvidenceId id) {
        database.sql("delete from evidence_sending where id = :id")
                .param("id", id.value())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Sending> over(Instant now, int most) {
        return database.sql(COLUMNS + " where until < :now order by until limit :most")
                .param("now", now)
                .param("most", most)
                .query(SendingRows::sending)
                .list();
    }

    private static void require(int changed, EvidenceId id) {
        if (changed == 0) {
            throw new SendingConflict(id);
        }
    }

    private static Sending sending(ResultSet row, int n) throws SQLException {
        UUID replaces = row.getObject("replaces", UUID.class);
        return new Sending(
                new EvidenceId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new PersonId(row.getObject("sender_id", UUID.class)),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("declared_type"),
                row.getLong("size"),
                row.getLong("received"),
                row.getBoolean("shows_others"),
                replaces == null ? null : new EvidenceId(replaces),
                row.getString("wanted"),
                row.getObject("until", Instant.class));
    }
}
