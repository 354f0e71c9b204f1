package fr.acquis.award.store;

import fr.acquis.award.AwardDocument;
import fr.acquis.award.AwardDocument.Kind;
import fr.acquis.award.Titular;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.Visibility;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register and the PDFs beside it. */
@Repository
public class AwardDocumentRows {

    private static final String COLUMNS = """
            d.id, d.journey_id, d.certifying_body_id, d.candidate_id, d.certification_id, d.kind, d.number, d.code, d.blocks,
            d.holder, d.issued_on, d.size, d.sha256
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    AwardDocumentRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Holds the body's sequence until the transaction ends: who comes next waits, so a number given back leaves no gap. */
    public int lockSequence(CertifyingBodyId body, Kind kind, int year) {
        database.sql("""
                        insert into award_counter (certifying_body_id, kind, year, last_number) values (:body, :kind, :year, 0)
                        on duplicate key update last_number = last_number
                        """)
                .param("body", body.value())
                .param("kind", kind.name())
                .param("year", year)
                .update();
        return database.sql("""
                        select last_number from award_counter
                        where certifying_body_id = :body and kind = :kind and year = :year for update
                        """)
                .param("body", body.value())
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    public void insert(AwardDocument entry, String occasion, int sequence, Instant at) {
        database.sql("""
                        insert into award_document (id, journey_id, certifying_body_id, candidate_id, certification_id, kind,
                            occasion, number, code, blocks, holder, issued_on, entered_at)
                        values (:id, :journey, :body, :candidate, :certification, :kind,
                            :occasion, :number, :code, :blocks, :holder, :on, :at)
                        """)
                .param("id", entry.id())
                .param("journey", entry.journey().value())
                .param("body", entry.certifyingBody().value())
                .param("candidate", entry.candidate().value())
                .param("certification", entry.certification().value())
                .param("kind", entry.kind().name())
                .param("occasion", occasion)
                .param("number", entry.number())
                .param("code", entry.code())
                .param(
                        "blocks",
                        entry.blocks().stream().map(SkillBlockCode::value).collect(Collectors.joining(" ")))
                .param("holder", json.writeValueAsString(entry.titular()))
                .param("on", entry.issuedOn())
                .param("at", at)
                .update();
        database.sql("""
                        update award_counter set last_number = :number
                        where certifying_body_id = :body and kind = :kind and year = :year
                        """)
                .param("number", sequence)
                .param("body", entry.certifyingBody().value())
                .param("kind", entry.kind().name())
                .param("year", entry.issuedOn().getYear())
                .update();
    }

    /** @return false when the document was written before: it is left as it is */
    public boolean seal(UUID id, byte[] pdf, Instant at) {
        boolean first = database.sql("""
                        update award_document set sealed_at = :at, size = :size, sha256 = :sha256
                        where id = :id and sealed_at is null
                        """)
                        .param("at", at)
                        .param("size", pdf.length)
                        .param("sha256", Sha256.of(pdf).hex())
                        .param("id", id)
                        .update()
                == 1;
        if (first) {
            database.sql("insert into award_document_content (document_id, content) values (:id, :content)")
                    .param("id", id)
                    .param("content", pdf)
                    .update();
        }
        return first;
    }

    public Optional<AwardDocument> find(JourneyId journey, Kind kind, String occasion) {
        return database.sql("select " + COLUMNS + """
                         from award_document d
                        where d.journey_id = :journey and d.kind = :kind and d.occasion = :occasion for update
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .query(this::document)
                .optional();
    }

    /** The document, when the signed-in person may see it. */
    public Optional<AwardDocument> find(UUID id, Visibility.Condition visible) {
        return database.sql("select " + COLUMNS
                        + " from award_document d where d.id = :id and d.sealed_at is not null and " + visible.sql())
                .param("id", id)
                .params(visible.parameters())
                .query(this::document)
                .optional();
    }

    public Optional<AwardDocument> find(String number, String code) {
        return database.sql("select " + COLUMNS + """
                         from award_document d where d.number = :number and d.code = :code and d.sealed_at is not null
                        """)
                .param("number", number)
                .param("code", code)
                .query(this::document)
                .optional();
    }

    public List<AwardDocument> of(JourneyId journey) {
        return database.sql("select " + COLUMNS
                        + " from award_document d where d.journey_id = :journey order by d.entered_at, d.id")
                .param("journey", journey.value())
                .query(this::document)
                .list();
    }

    public List<AwardDocument> ofCandidate(PersonId candidate) {
        return database.sql("select " + COLUMNS + """
                         from award_document d
                        where d.candidate_id = :candidate and d.sealed_at is not null order by d.entered_at desc, d.id
                        """)
                .param("candidate", candidate.value())
                .query(this::document)
                .list();
    }

    public Optional<byte[]> content(UUID id) {
        return database.sql("select content from award_document_content where document_id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    private AwardDocument document(ResultSet row, int n) throws SQLException {
        String sha256 = row.getString("sha256");
        return new AwardDocument(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                new CertificationId(row.getObject("certification_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("code"),
                Arrays.stream(row.getString("blocks").split(" "))
                        .map(SkillBlockCode::new)
                        .toList(),
                json.readValue(row.getString("holder"), Titular.class),
                row.getObject("issued_on", LocalDate.class),
                sha256 == null ? null : row.getInt("size"),
                sha256 == null ? null : new Sha256(sha256));
    }
}
