package fr.acquis.identity;

import fr.acquis.audit.Audit;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and the roles they hold. */
@Service
@Transactional
public class People {

    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    People(PersonAccounts accounts, PersonRoles roles, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an account. The e-mail is unique whatever its case. */
    public PersonId register(NewPerson person) {
        PersonAccount account = accounts.saveAndFlush(new PersonAccount(
                PersonId.create(),
                person.email(),
                person.givenName(),
                person.birthName(),
                person.useName(),
                person.password() == null ? null : passwords.encode(person.password()),
                clock.instant()));
        audit.record(account.id().value(), "open-account", Map.of());
        return account.id();
    }

    /** Gives a role; giving it twice changes nothing. */
    public void grant(PersonId person, Role role, @Nullable CertifyingBodyId body) {
        if (roles.grant(person, role, body)) {
            audit.record(person.value(), "grant-role", Map.of("role", role.name(), "body", String.valueOf(body)));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return accounts.findById(id.value()).map(PersonAccount::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> findByEmail(String email) {
        return accounts.findByEmail(email).map(PersonAccount::person);
    }

    /** As they would be signed in now, their roles with them; empty when the account is closed. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> standing(PersonId id) {
        return accounts.findById(id.value()).filter(PersonAccount::enabled).map(roles::signedIn);
    }

    /** Who holds a role in a body, by name. */
    @Transactional(readOnly = true)
    public List<Person> holding(Role role, CertifyingBodyId body) {
        return accounts.holding(role.name(), body.value()).stream()
                .map(PersonAccount::person)
                .toList();
    }

    /**
     * What an account is opened with.
     *
     * @param password in clear, null for someone who signs in through an identity provider
     */
    public record NewPerson(
            String email,
            String givenName,
            String birthName,
            @Nullable String useName,
            @Nullable String password) {

        @Override
        public String toString() {
            return "NewPerson[…]";
        }
    }
}
