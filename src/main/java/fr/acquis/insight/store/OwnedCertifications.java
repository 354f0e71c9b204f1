package fr.acquis.insight.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.shared.CertifyingBodyId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a reader may narrow the numbers to. */
@Repository
public class OwnedCertifications {

    private final JdbcClient database;

    OwnedCertifications(JdbcClient database) {
        this.database = database;
    }

    public record Owned(CertificationId id, String title) {}

    @Transactional(readOnly = true)
    public List<Owned> of(CertifyingBodyId body) {
        return database.sql("""
                        select id, concat_ws(' · ', title, number) as title from v_certification_owned
                        where certifying_body_id = :body order by title, id
                        """)
                .param("body", body.value())
                .query((row, n) ->
                        new Owned(new CertificationId(row.getObject("id", UUID.class)), row.getString("title")))
                .list();
    }
}
