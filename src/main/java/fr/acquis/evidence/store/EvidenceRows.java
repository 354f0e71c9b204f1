package fr.acquis.evidence.store;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.EvidenceVersion;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.JourneyRoom;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.identity.Visibility;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pieces with their latest content. */
@Repository
public class EvidenceRows {

    private static final String PIECES = """
            select e.id, e.journey_id, e.certifying_body_id, e.candidate_id, e.kind, e.kind_named_at,
                e.withdrawn_at, e.withdrawn_by, e.withdrawal_reason, e.checked_at, e.checked_by, e.shows_others_at,
                v.number, v.file_name, v.file_type, v.size, v.sha256, v.stored_at, v.content_erased_at, v.scan,
                v.reading, v.pages, v.characters, v.cut_short, v.found_kind, v.confidence, v.clues, v.pages_recognised
            from evidence e
            join evidence_version v on v.evidence_id = e.id
                and v.number = (select max(latest.number) from evidence_version latest where latest.evidence_id = e.id)
            """;

    /** Standing pieces {@code e} of a journey whose content is this. */
    static final String SAME_CONTENT = """
            from evidence e join evidence_version v on v.evidence_id = e.id
            where e.journey_id = :journey and v.sha256 = :content
                and e.withdrawn_at is null and v.content_erased_at is null
            """;

    private final JdbcClient database;
    private final Visibility visibility;
    private final EvidenceSettings settings;

    EvidenceRows(JdbcClient database, Visibility visibility, EvidenceSettings settings) {
        this.database = database;
        this.visibility = visibility;
        this.settings = settings;
    }

    public List<Evidence> visible(JourneyId journey) {
        Visibility.Condition mine = visibility.on("e");
        return database.sql(PIECES + " where e.journey_id = :journey and " + mine.sql() + " order by e.id")
                .param("journey", journey.value())
                .params(mine.parameters())
                .query(EvidenceRows::piece)
                .list();
    }

    public Optional<Evidence> visible(EvidenceId id) {
        Visibility.Condition mine = visibility.on("e");
        return database.sql(PIECES + " where e.id = :id and " + mine.sql())
                .param("id", id.value())
                .params(mine.parameters())
                .query(EvidenceRows::piece)
                .optional();
    }

    public Optional<Evidence> any(EvidenceId id) {
        return database.sql(PIECES + " where e.id = :id")
                .param("id", id.value())
                .query(EvidenceRows::piece)
                .optional();
    }

    public List<Evidence> all(JourneyId journey) {
        return database.sql(PIECES + " where e.journey_id = :journey order by e.id")
                .param("journey", journey.value())
                .query(EvidenceRows::piece)
                .list();
    }

    /** The name of the standing piece of this journey that has the same content. */
    public Optional<String> sameContent(JourneyId journey, Sha256 content) {
        return database.sql("select v.file_name " + SAME_CONTENT + " limit 1")
                .param("journey", journey.value())
                .param("content", content.hex())
                .query(String.class)
                .optional();
    }

    /**
     * What a file would stand beside, in one look.
     *
     * @param twin the name of the standing piece of the same content
     */
    public record Beside(Optional<String> twin, JourneyRoom room) {}

    public Beside beside(JourneyId journey, Sha256 content) {
        long most = settings.journeyQuota().toBytes();
        return database.sql("""
                        select coalesce(l.bytes, 0) bytes, coalesce(l.files, 0) files, l.journey_id is not null known,
                            (select v.file_name %s limit 1) twin
                        from (select 1 one) j left join evidence_load l on l.journey_id = :journey
                        """.formatted(SAME_CONTENT))
                .param("journey", journey.value())
                .param("content", content.hex())
                .query((row, n) -> new Beside(
                        Optional.ofNullable(row.getString("twin")),
                        new JourneyRoom(
                                row.getLong("bytes"),
                                most,
                                row.getInt("files"),
                                settings.journeyFiles(),
                                row.getBoolean("known"))))
                .single();
    }

    /** What the standing files of a journey weigh, beside what they may. */
    public JourneyRoom room(JourneyId journey) {
        long most = settings.journeyQuota().toBytes();
        return database.sql("select bytes, files from evidence_load where journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) ->
                        new JourneyRoom(row.getLong("bytes"), most, row.getInt("files"), settings.journeyFiles(), true))
                .optional()
                .orElse(new JourneyRoom(0, most, 0, settings.journeyFiles(), false));
    }

    private static Evidence piece(ResultSet row, int n) throws SQLException {
        EvidenceId id = new EvidenceId(row.getObject("id", UUID.class));
        return new Evidence(
                id,
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getObject("kind_named_at") != null,
                version(id, row),
                withdrawal(row),
                identityCheck(row),
                row.getObject("shows_others_at") != null);
    }

    private static EvidenceVersion version(EvidenceId id, ResultSet row) throws SQLException {
        return new EvidenceVersion(
                id,
                row.getInt("number"),
                row.getString("file_name"),
                FileType.valueOf(row.getString("file_type")),
                row.getLong("size"),
                new Sha256(row.getString("sha256")),
                row.getObject("stored_at", Instant.class),
                ScanState.valueOf(row.getString("scan")),
                new Reading(
                        ReadingState.valueOf(row.getString("reading")),
                        row.getObject("pages", Integer.class),
                        row.getInt("characters"),
                        row.getBoolean("cut_short")),
                ClassificationColumns.read(row),
                row.getInt("pages_recognised"),
                row.getObject("content_erased_at") != null);
    }

    private static Evidence.Withdrawal withdrawal(ResultSet row) throws SQLException {
        Instant at = row.getObject("withdrawn_at", Instant.class);
        UUID by = row.getObject("withdrawn_by", UUID.class);
        return at == null
                ? null
                : new Evidence.Withdrawal(at, by == null ? null : new PersonId(by), row.getString("withdrawal_reason"));
    }

    private static Evidence.IdentityCheck identityCheck(ResultSet row) throws SQLException {
        Instant at = row.getObject("checked_at", Instant.class);
        return at == null
                ? null
                : new Evidence.IdentityCheck(at, new PersonId(row.getObject("checked_by", UUID.class)));
    }
}
