package fr.acquis.certification.store;

import fr.acquis.certification.Branch;
import fr.acquis.certification.BranchName;
import fr.acquis.certification.BranchSummary;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Fiche.Coded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Branches and their certifications. */
@Repository
public class BranchRows {

    /** Follows {@code from certification c}: ended by its date, or withdrawn by the register where no body here runs it. */
    static final String ENDED = """
            (c.registered_until is not null and c.registered_until < :today
             or (c.certifying_body_id is null
                 and c.id in (select r.certification_id from certification_register r where not r.active)))
            """;

    private final JdbcClient database;

    BranchRows(JdbcClient database) {
        this.database = database;
    }

    public Optional<Branch> find(String slug) {
        return database.sql("select slug, name, convention from branch where slug = :slug")
                .param("slug", slug)
                .query(BranchRows::branch)
                .optional();
    }

    /** Of a certification, by name. */
    public List<Branch> of(CertificationId id) {
        return database.sql("""
                        select b.slug, b.name, b.convention
                        from certification_branch o
                        join branch b on b.slug = o.branch_slug
                        where o.certification_id = :id
                        order by b.name
                        """)
                .param("id", id.value())
                .query(BranchRows::branch)
                .list();
    }

    /** All that have certifications, by name. */
    public List<BranchSummary> summaries(LocalDate today) {
        return database.sql("""
                        select b.slug, b.name, b.convention, count(*) as held, coalesce(sum(%s), 0) as ended
                        from branch b
                        join certification_branch o on o.branch_slug = b.slug
                        join certification c on c.id = o.certification_id
                        group by b.slug, b.name, b.convention
                        order by b.name, b.slug
                        """.formatted(ENDED))
                .param("today", today)
                .query((row, n) -> new BranchSummary(
                        branch(row, n), row.getInt("held") - row.getInt("ended"), row.getInt("ended")))
                .list();
    }

    /** Those that belong to no branch yet: here before branches were kept. */
    public List<CertificationId> without() {
        return database.sql("""
                        select c.id
                        from certification c
                        where not exists (select 1 from certification_branch o where o.certification_id = c.id)
                        """).query(UUID.class).list().stream()
                .map(CertificationId::new)
                .toList();
    }

    /**
     * Puts a certification in the branches of its agreements, or in the one of that name where there is none. A branch is
     * recognised by its agreement, then by its name; unknown ones are made.
     *
     * @return its branches by name
     */
    public List<Branch> place(CertificationId id, List<Coded> conventions, String otherwise) {
        List<Branch> branches = new ArrayList<>();
        for (Coded convention : conventions) {
            branches.add(byConvention(convention));
        }
        if (conventions.isEmpty()) {
            branches.add(named(otherwise, null));
        }
        database.sql("delete from certification_branch where certification_id = :id")
                .param("id", id.value())
                .update();
        branches.stream()
                .map(Branch::slug)
                .distinct()
                .forEach(slug -> database.sql(
                                "insert into certification_branch (branch_slug, certification_id) values (:slug, :id)")
                        .param("slug", slug)
                        .param("id", id.value())
                        .update());
        return of(id);
    }

    private Branch byConvention(Coded convention) {
        return database.sql("select slug, name, convention from branch where convention = :code")
                .param("code", convention.code())
                .query(BranchRows::branch)
                .optional()
                .orElseGet(() -> named(BranchName.ofConvention(convention.label()), convention.code()));
    }

    private Branch named(String name, @Nullable String convention) {
        String slug = BranchName.slug(name);
        Optional<Branch> known = find(slug);
        if (known.isPresent() && convention != null && known.get().convention() != null) {
            // Two agreements of one name are two branches.
            return made(slug + "-" + BranchName.slug(convention), name, convention);
        }
        if (known.isPresent()) {
            if (convention != null) {
                database.sql("update branch set convention = :convention where slug = :slug")
                        .param("convention", convention)
                        .param("slug", slug)
                        .update();
            }
            return known.get();
        }
        return made(slug, name, convention);
    }

    private Branch made(String slug, String name, @Nullable String convention) {
        database.sql("insert into branch (slug, name, convention) values (:slug, :name, :convention)"
                        + " on duplicate key update slug = slug")
                .param("slug", slug)
                .param("name", name)
                .param("convention", convention)
                .update();
        return new Branch(slug, name, convention);
    }

    private static Branch branch(ResultSet row, int n) throws SQLException {
        return new Branch(row.getString("slug"), row.getString("name"), row.getString("convention"));
    }
}
