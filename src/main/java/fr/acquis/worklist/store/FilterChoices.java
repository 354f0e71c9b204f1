package fr.acquis.worklist.store;

import fr.acquis.shared.CertifyingBodyId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a body's list can be narrowed to: its certifications and their branches, the people who may hold a task. */
@Repository
public class FilterChoices {

    public record Named(UUID id, String name) {}

    private final JdbcClient database;

    FilterChoices(JdbcClient database) {
        this.database = database;
    }

    public List<Named> certifications(CertifyingBodyId body) {
        return database.sql("""
                        select id, concat(title, coalesce(concat(' (', number, ')'), '')) as name
                        from v_certification_title where certifying_body_id = :body order by title limit 500
                        """)
                .param("body", body.value())
                .query((row, n) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** Those of which there ever was a task: a list is narrowed to no other. */
    public List<Named> asked(CertifyingBodyId body) {
        return database.sql("""
                        select c.id, concat(c.title, coalesce(concat(' (', c.number, ')'), '')) as name
                        from v_certification_title c
                        where c.certifying_body_id = :body
                          and exists (select 1 from worklist_task t where t.certification_id = c.id)
                        order by c.title limit 500
                        """)
                .param("body", body.value())
                .query((row, n) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    public List<String> branches(CertifyingBodyId body) {
        return database.sql("""
                        select distinct branch from v_certification_title
                        where certifying_body_id = :body order by branch limit 200
                        """).param("body", body.value()).query(String.class).list();
    }
}
