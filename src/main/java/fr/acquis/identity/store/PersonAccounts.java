package fr.acquis.identity.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface PersonAccounts extends Repository<PersonAccount, UUID> {

    /** Written at once: the roles beside it go by SQL in the same transaction. */
    <S extends PersonAccount> S saveAndFlush(S account);

    Optional<PersonAccount> findById(UUID id);

    Optional<PersonAccount> findByEmail(String email);

    @Query(nativeQuery = true, value = """
            select p.* from person p join person_role r on r.person_id = p.id
            where r.role = :role and r.certifying_body_id = :body and p.enabled
            order by p.birth_name, p.given_name
            """)
    List<PersonAccount> holding(String role, UUID body);

    @Query("select a.email from PersonAccount a where a.enabled and a.email in :emails order by a.email")
    List<String> enabledAmong(List<String> emails);
}
