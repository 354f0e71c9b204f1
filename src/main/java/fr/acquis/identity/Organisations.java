package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The certifying bodies this installation serves. */
@Service
@Transactional
public class Organisations {

    private static final RowMapper<CertifyingBody> BODY = (row, n) -> new CertifyingBody(
            new CertifyingBodyId(row.getObject("id", UUID.class)), row.getString("slug"), row.getString("name"));

    private final JdbcClient database;
    private final Clock clock;

    Organisations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Registers a body, or answers the one that has this slug already. */
    public CertifyingBody register(String slug, String name) {
        database.sql("insert ignore into certifying_body (id, slug, name, created_at) values (:id, :slug, :name, :at)")
                .param("id", CertifyingBodyId.create().value())
                .param("slug", slug)
                .param("name", name)
                .param("at", clock.instant())
                .update();
        return database.sql("select id, slug, name from certifying_body where slug = :slug")
                .param("slug", slug)
                .query(BODY)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<CertifyingBody> find(CertifyingBodyId id) {
        return database.sql("select id, slug, name from certifying_body where id = :id")
                .param("id", id.value())
                .query(BODY)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<CertifyingBody> all() {
        return database.sql("select id, slug, name from certifying_body order by name")
                .query(BODY)
                .list();
    }
}
