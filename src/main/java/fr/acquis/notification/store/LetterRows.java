package fr.acquis.notification.store;

import fr.acquis.identity.Visibility;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class LetterRows {

    private static final String COLUMNS = """
            l.id, l.journey_id, l.template, l.template_version, l.wording_version, l.title, l.letter_date, l.written_at,
            l.size, l.sha256
            """;

    private final JdbcClient database;

    LetterRows(JdbcClient database) {
        this.database = database;
    }

    /** @return false when the id is taken */
    public boolean insert(LetterId id, RenderedLetter letter, Instant at) {
        CaseReference about = letter.addressing().about();
        try {
            database.sql("""
                            insert into letter (id, journey_id, certifying_body_id, candidate_id, template, template_version,
                                wording_version, language, title, letter_date, written_at, size, sha256)
                            values (:id, :journey, :body, :candidate, :template, :templateVersion,
                                :wordingVersion, :language, :title, :date, :at, :size, :sha256)
                            """)
                    .param("id", id.value())
                    .param("journey", about.journey().value())
                    .param("body", about.certifyingBody().value())
                    .param("candidate", about.candidate().value())
                    .param("template", letter.template().key())
                    .param("templateVersion", letter.templateVersion())
                    .param("wordingVersion", letter.wordingVersion())
                    .param("language", letter.addressing().language().getLanguage())
                    .param("title", letter.title())
                    .param("date", letter.addressing().date())
                    .param("at", at)
                    .param("size", letter.pdf().length)
                    .param("sha256", letter.sha256().hex())
                    .update();
        } catch (DuplicateKeyException kept) {
            return false;
        }
        database.sql("insert into letter_content (letter_id, content) values (:id, :content)")
                .param("id", id.value())
                .param("content", letter.pdf())
                .update();
        return true;
    }

    public Optional<LetterSummary> find(LetterId id) {
        return database.sql("select " + COLUMNS + " from letter l where l.id = :id")
                .param("id", id.value())
                .query(LetterRows::summary)
                .optional();
    }

    /** The letter, when the signed-in person may see it. */
    public Optional<LetterSummary> find(LetterId id, Visibility.Condition visible) {
        return database.sql("select " + COLUMNS + " from letter l where l.id = :id and " + visible.sql())
                .param("id", id.value())
                .params(visible.parameters())
                .query(LetterRows::summary)
                .optional();
    }

    public List<LetterSummary> of(JourneyId journey) {
        return database.sql("select " + COLUMNS
                        + " from letter l where l.journey_id = :journey order by l.written_at, l.id")
                .param("journey", journey.value())
                .query(LetterRows::summary)
                .list();
    }

    public Optional<byte[]> content(LetterId id) {
        return database.sql("select content from letter_content where letter_id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    private static LetterSummary summary(ResultSet row, int n) throws SQLException {
        String key = row.getString("template");
        return new LetterSummary(
                new LetterId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                Arrays.stream(LetterTemplate.values())
                        .filter(template -> template.key().equals(key))
                        .findFirst()
                        .orElseThrow(),
                row.getInt("template_version"),
                row.getInt("wording_version"),
                row.getString("title"),
                row.getObject("letter_date", LocalDate.class),
                row.getObject("written_at", Instant.class),
                row.getLong("size"),
                new Sha256(row.getString("sha256")));
    }
}
