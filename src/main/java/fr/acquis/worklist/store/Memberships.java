package fr.acquis.worklist.store;

import fr.acquis.identity.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams a reader belongs to. */
@Repository
class Memberships {

    private final JdbcClient database;

    Memberships(JdbcClient database) {
        this.database = database;
    }

    List<UUID> of(SignedIn person) {
        if (person.certifyingBody() == null) {
            return List.of();
        }
        return database.sql("""
                        select team_id from v_identity_team_member
                        where person_id = :person and certifying_body_id = :body
                        """)
                .param("person", person.id().value())
                .param("body", person.certifyingBody().value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
