package fr.acquis.certification.store;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Level;
import fr.acquis.certification.NewCertification;
import fr.acquis.certification.Registration;
import fr.acquis.certification.Standing;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.shared.CertifyingBodyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Of a branch, by title, like a search. */
    public List<Certification> ofBranch(
            String slug,
            Standing standing,
            String words,
            LocalDate today,
            @Nullable Certification edge,
            boolean backwards,
            int limit) {
        CatalogueQuery query = CatalogueQuery.of(words);
        if (query == null) {
            return List.of();
        }
        CatalogueQuery page = query.inBranch(slug).standing(standing, today).page(edge, backwards, limit);
        return database.sql(COLUMNS + page.clauses())
                .params(page.parameters())
                .query(CertificationRows::certification)
                .list();
    }

    public int countOfBranch(String slug, Standing standing, String words, LocalDate today) {
        CatalogueQuery query = CatalogueQuery.of(words);
        if (query == null) {
            return 0;
        }
        CatalogueQuery all = query.inBranch(slug).standing(standing, today);
        return database.sql("select count(*) from certification " + all.clauses())
                .params(all.parameters())
                .query(Integer.class)
                .single();
    }

    /** Those of these numbers that are here. */
    public Map<String, Certification> byNumbers(Collection<String> numbers) {
        Map<String, Certification> known = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            database.sql(COLUMNS + "where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(CertificationRows::certification)
                    .list()
                    .forEach(one -> known.put(one.number(), one));
        }
        return known;
    }

    public List<Certification> byIds(Collection<CertificationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(COLUMNS + "where id in (:ids)")
                        .param("ids", ids.stream().map(CertificationId::value).toList())
                        .query(CertificationRows::certification)
                        .list();
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
                        set certifier = :certifier, title = :title, level = :level, branch = :branch,
                            registered_from = :from, registered_until = :until
                        where id = :id and certifying_body_id is null
                        """)
                .param("certifier", now.certifier())
                .param("title", now.title())
                .param("level", now.level() == null ? null : now.level().name())
                .param("branch", now.branch())
                .param("from", now.registeredFrom())
                .param("until", now.registeredUntil())
                .param("id", id.value())
                .update();
    }

    /** @param successor null when none replaces it any more */
    public void replace(CertificationId id, @Nullable CertificationId successor) {
        database.sql("update certification set replaced_by = :successor where id = :id")
                .param("successor", successor == null ? null : successor.value())
                .param("id", id.value())
                .update();
    }

    /** Those no body here runs whose successor by the register is not the one they have; null where there is none any more. */
    public Map<CertificationId, @Nullable CertificationId> successorsByRegister() {
        Map<CertificationId, @Nullable CertificationId> successors = new LinkedHashMap<>();
        database.sql("""
                        select c.id, s.id as successor
                        from certification c
                        join certification_register r on r.certification_id = c.id
                        left join certification s on s.number = r.successor
                        where c.certifying_body_id is null and not (s.id <=> c.replaced_by)
                        """).query(row -> {
            UUID successor = row.getObject("successor", UUID.class);
            successors.put(
                    new CertificationId(row.getObject("id", UUID.class)),
                    successor == null ? null : new CertificationId(successor));
        });
        return successors;
    }

    /** Whether replacements lead from one to the other. */
    public boolean leadsTo(CertificationId from, CertificationId to) {
        Set<CertificationId> seen = new HashSet<>();
        for (CertificationId next = from; next != null && seen.add(next); ) {
            if (next.equals(to)) {
                return true;
            }
            next = find(next).map(Certification::replacedBy).orElse(null);
        }
        return false;
    }

    /** Registered certifications here, without a body of ours, that an import does not name. */
    public int notNamedBy(UUID importId) {
        return database.sql("""
                        select count(*)
                        from certification c
                        where c.number is not null and c.certifying_body_id is null and not c.fictive
                          and not exists (
                              select 1 from catalogue_import_fiche f where f.import_id = :import and f.number = c.number)
                        """).param("import", importId).query(Integer.class).single();
    }

    static Certification certification(ResultSet row, int n) throws SQLException {
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
