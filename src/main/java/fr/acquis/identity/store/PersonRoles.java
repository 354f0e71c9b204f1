package fr.acquis.identity.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PersonRoles {

    private final JdbcClient database;

    PersonRoles(JdbcClient database) {
        this.database = database;
    }

    /** @return false when the person held it already */
    public boolean grant(PersonId person, Role role, CertifyingBodyId body) {
        return database.sql("""
                        insert into person_role (person_id, role, certifying_body_id)
                        select :person, :role, :body from dual
                        where not exists (
                            select 1 from person_role
                            where person_id = :person and role = :role and certifying_body_id <=> :body)
                        """)
                        .param("person", person.value())
                        .param("role", role.name())
                        .param("body", body == null ? null : body.value())
                        .update()
                == 1;
    }

    /** @return false when the person did not hold it */
    public boolean revoke(PersonId person, Role role, CertifyingBodyId body) {
        return database.sql(
                                "delete from person_role where person_id = :person and role = :role and certifying_body_id = :body")
                        .param("person", person.value())
                        .param("role", role.name())
                        .param("body", body.value())
                        .update()
                > 0;
    }

    /** The person with the roles held in the first body they belong to, and those held in none. */
    public SignedIn signedIn(PersonAccount account) {
        List<Held> all = database.sql("""
                        select r.role, r.certifying_body_id, b.name
                        from person_role r left join certifying_body b on b.id = r.certifying_body_id
                        where r.person_id = :person order by b.created_at
                        """)
                .param("person", account.id().value())
                .query((row, n) -> new Held(
                        Role.valueOf(row.getString("role")),
                        row.getObject("certifying_body_id", UUID.class),
                        row.getString("name")))
                .list();
        Held first =
                all.stream().filter(held -> held.body() != null).findFirst().orElse(null);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        all.stream()
                .filter(held -> held.body() == null || held.body().equals(first.body()))
                .forEach(held -> roles.add(held.role()));
        return new SignedIn(
                account.id(),
                account.person().displayName(),
                Set.copyOf(roles),
                first == null ? null : new CertifyingBodyId(first.body()),
                first == null ? null : first.name());
    }

    private record Held(Role role, UUID body, String name) {}
}
