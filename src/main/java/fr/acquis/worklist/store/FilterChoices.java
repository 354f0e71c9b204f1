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

    public List<String> branches(CertifyingBodyId body) {
        return database.sql("""
                        select distinct branch from v_certification_title
                        where certifying_body_id = :body order by branch limit 200
                        """).param("body", body.value()).query(String.class).list();
    }
}
