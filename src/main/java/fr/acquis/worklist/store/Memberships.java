package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.worklist.TaskGroups;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams a reader belongs to. */
@Repository
class Memberships {

    private final JdbcClient database;
    private final ObjectProvider<TaskGroups> groups;

    Memberships(JdbcClient database, ObjectProvider<TaskGroups> groups) {
        this.database = database;
        this.groups = groups;
    }

    /** What the person may see, within their teams. */
    Access access(SignedIn person) {
        return Access.of(person, of(person), groups(person));
    }

    /** The same, whatever team it waits with. */
    Access wholeAccess(SignedIn person) {
        return Access.of(person, List.of(), groups(person));
    }

    private List<UUID> groups(SignedIn person) {
        return person.is(Role.ADVISER)
                ? groups.stream().flatMap(room -> room.of(person).stream()).toList()
                : List.of();
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
