package fr.acquis.certification.store;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Level;
import fr.acquis.certification.NewCertification;
import fr.acquis.certification.Registration;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.shared.CertifyingBodyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CertificationRows {

    private static final String COLUMNS = """
            select id, certifying_body_id, certifier, registration, number, title, level, branch,
                   registered_from, registered_until, replaced_by, fictive
            from certification
            """;

    private final JdbcClient database;

    CertificationRows(JdbcClient database) {
        this.database = database;
    }

    public Optional<Certification> find(CertificationId id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(CertificationRows::certification)
                .optional();
    }

    public Optional<Certification> findByNumber(String number) {
        return database.sql(COLUMNS + "where number = :number")
                .param("number", number)
                .query(CertificationRows::certification)
                .optional();
    }

    /** Held until the transaction ends: who writes about a certification goes one at a time. */
    public Certification lock(CertificationId id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .param("id", id.value())
                .query(CertificationRows::certification)
                .optional()
                .orElseThrow(() -> new UnknownCertification(id));
    }

    /**
     * By title; from the edge on, without it.
     *
     * @param edge null for the first page
     * @return {@code limit} at most, those before the edge with the nearest first
     */
    public List<Certification> search(String words, @Nullable Certification edge, boolean backwards, int limit) {
        CatalogueQuery query = CatalogueQuery.of(words);
        if (query == null) {
            return List.of();
        }
        CatalogueQuery page = query.page(edge, backwards, limit);
        return database.sql(COLUMNS + page.clauses())
                .params(page.parameters())
                .query(CertificationRows::certification)
                .list();
    }

    public int count(String words) {
        CatalogueQuery query = CatalogueQuery.of(words);
        if (query == null) {
            return 0;
        }
        return database.sql("select count(*) from certification " + query.clauses())
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** Those whose VAE a body runs, by title. */
    public List<Certification> runBy(CertifyingBodyId body) {
        return database.sql(COLUMNS + "where certifying_body_id = :body order by title, id")
                .param("body", body.value())
                .query(CertificationRows::certification)
                .list();
    }

    /** Those the register alone describes here, by number. */
    public Map<String, Certification> known() {
        Map<String, Certification> known = new LinkedHashMap<>();
        database.sql(COLUMNS + "where number is not null")
                .query(CertificationRows::certification)
                .list()
                .forEach(one -> known.put(one.number(), one));
        return known;
    }

    public CertificationId insert(NewCertification one, Instant at) {
        CertificationId id = CertificationId.create();
        database.sql("""
                        insert into certification (
                            id, certifying_body_id, certifier, registration, number, title, level, branch,
                            registered_from, registered_until, fictive, created_at)
                        values (
                            :id, :body, :certifier, :registration, :number, :title, :level, :branch,
                            :from, :until, :fictive, :at)
                        """)
                .param("id", id.value())
                .param(
                        "body",
                        one.certifyingBody() == null
                                ? null
                                : one.certifyingBody().value())
                .param("certifier", one.certifier())
                .param("registration", one.registration().name())
                .param("number", one.number())
                .param("title", one.title())
                .param("level", one.level() == null ? null : one.level().name())
                .param("branch", one.branch())
                .param("from", one.registeredFrom())
                .param("until", one.registeredUntil())
                .param("fictive", one.fictive())
                .param("at", at)
                .update();
        return id;
    }

    /** Takes over what the register says now, for a certification that no body here owns. */
    public void correct(CertificationId id, NewCertification now) {
        database.sql("""
                        update certification
                        set certifier = :certifier, title = :title, level = :level, branch = :branch
                        where id = :id and certifying_body_id is null
                        """)
                .param("certifier", now.certifier())
                .param("title", now.title())
                .param("level", now.level() == null ? null : now.level().name())
                .param("branch", now.branch())
                .param("id", id.value())
                .update();
    }

    public void replace(CertificationId id, CertificationId successor) {
        database.sql("update certification set replaced_by = :successor where id = :id")
                .param("successor", successor.value())
                .param("id", id.value())
                .update();
    }

    private static Certification certification(ResultSet row, int n) throws SQLException {
        UUID body = row.getObject("certifying_body_id", UUID.class);
        UUID successor = row.getObject("replaced_by", UUID.class);
        String level = row.getString("level");
        return new Certification(
                new CertificationId(row.getObject("id", UUID.class)),
                body == null ? null : new CertifyingBodyId(body),
                row.getString("certifier"),
                Registration.valueOf(row.getString("registration")),
                row.getString("number"),
                row.getString("title"),
                level == null ? null : Level.valueOf(level),
                row.getString("branch"),
                row.getObject("registered_from", LocalDate.class),
                row.getObject("registered_until", LocalDate.class),
                successor == null ? null : new CertificationId(successor),
                row.getBoolean("fictive"));
    }
}
