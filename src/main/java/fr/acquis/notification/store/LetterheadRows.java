package fr.acquis.notification.store;

import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.LetterWording;
import fr.acquis.notification.Letterhead;
import fr.acquis.shared.CertifyingBodyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class LetterheadRows {

    private final JdbcClient database;

    LetterheadRows(JdbcClient database) {
        this.database = database;
    }

    /** Locks the body's row, so that two new versions get two numbers. */
    public int set(CertifyingBodyId body, Letterhead head, Instant at) {
        lock(body);
        int version = versions(body).stream().mapToInt(Kept::version).max().orElse(0) + 1;
        database.sql("""
                        insert into letterhead_version (certifying_body_id, version, address_lines, contact_line, town, signatory_name,
                                                        signatory_function, logo, logo_media_type, written_at)
                        values (:body, :version, :address, :contact, :town, :name, :function, :logo, :mediaType, :at)
                        """)
                .param("body", body.value())
                .param("version", version)
                .param("address", String.join("\n", head.addressLines()))
                .param("contact", head.contact())
                .param("town", head.town())
                .param("name", head.signatoryName())
                .param("function", head.signatoryFunction())
                .param("logo", head.logo() == null ? null : head.logo().content())
                .param("mediaType", head.logo() == null ? null : head.logo().mediaType())
                .param("at", at)
                .update();
        return version;
    }

    public Optional<Letterhead> find(CertifyingBodyId body) {
        return database.sql("""
                        select * from letterhead_version where certifying_body_id = :body order by version desc limit 1
                        """)
                .param("body", body.value())
                .query(LetterheadRows::letterhead)
                .optional();
    }

    public Optional<Letterhead> find(CertifyingBodyId body, int version) {
        return database.sql("select * from letterhead_version where certifying_body_id = :body and version = :version")
                .param("body", body.value())
                .param("version", version)
                .query(LetterheadRows::letterhead)
                .optional();
    }

    /** The youngest first. */
    public List<Kept> versions(CertifyingBodyId body) {
        return database.sql("""
                        select version, written_at from letterhead_version where certifying_body_id = :body order by version desc
                        """)
                .param("body", body.value())
                .query((row, n) -> new Kept(row.getInt("version"), row.getObject("written_at", Instant.class)))
                .list();
    }

    /** The youngest first. */
    public List<Reworded> wordings(CertifyingBodyId body, LetterTemplate template, Locale language) {
        return database.sql("""
                        select version, opening, closing, created_at from letter_wording
                        where certifying_body_id = :body and template = :template and language = :language
                        order by version desc
                        """)
                .param("body", body.value())
                .param("template", template.key())
                .param("language", language.getLanguage())
                .query((row, n) -> new Reworded(
                        row.getInt("version"),
                        row.getObject("created_at", Instant.class),
                        new LetterWording(row.getString("opening"), row.getString("closing"))))
                .list();
    }

    private void lock(CertifyingBodyId body) {
        database.sql("select id from certifying_body where id = :body for update")
                .param("body", body.value())
                .query()
                .singleRow();
    }

    /** Locks the body's row, so that two new versions get two numbers. */
    public int addWording(
            CertifyingBodyId body, LetterTemplate template, Locale language, LetterWording wording, Instant at) {
        lock(body);
        int version = latest(body, template, language).map(Versioned::version).orElse(0) + 1;
        database.sql("""
                        insert into letter_wording (certifying_body_id, template, language, version, opening, closing, created_at)
                        values (:body, :template, :language, :version, :opening, :closing, :at)
                        """)
                .param("body", body.value())
                .param("template", template.key())
                .param("language", language.getLanguage())
                .param("version", version)
                .param("opening", wording.opening())
                .param("closing", wording.closing())
                .param("at", at)
                .update();
        return version;
    }

    public Optional<Versioned> latest(CertifyingBodyId body, LetterTemplate template, Locale language) {
        return database.sql("""
                        select version, opening, closing from letter_wording
                        where certifying_body_id = :body and template = :template and language = :language
                        order by version desc limit 1
                        """)
                .param("body", body.value())
                .param("template", template.key())
                .param("language", language.getLanguage())
                .query((row, n) -> new Versioned(
                        row.getInt("version"), new LetterWording(row.getString("opening"), row.getString("closing"))))
                .optional();
    }

    private static Letterhead letterhead(ResultSet row, int n) throws SQLException {
        byte[] logo = row.getBytes("logo");
        return new Letterhead(
                row.getString("address_lines").lines().toList(),
                row.getString("contact_line"),
                row.getString("town"),
                row.getString("signatory_name"),
                row.getString("signatory_function"),
                logo == null ? null : new Letterhead.Logo(row.getString("logo_media_type"), logo));
    }

    /** A version of a letterhead. */
    public record Kept(int version, Instant at) {}

    /** A version of what a body adds to a letter. */
    public record Reworded(int version, Instant at, LetterWording wording) {}

    /** A wording with its number. */
    public record Versioned(int version, LetterWording wording) {

        public static final Versioned PRODUCT = new Versioned(0, new LetterWording("", ""));

        public List<String> opening() {
            return paragraphs(wording.opening());
        }

        public List<String> closing() {
            return paragraphs(wording.closing());
        }

        private static List<String> paragraphs(String text) {
            return text.strip().isEmpty() ? List.of() : List.of(text.strip().split("\\R\\s*\\R"));
        }
    }
}
