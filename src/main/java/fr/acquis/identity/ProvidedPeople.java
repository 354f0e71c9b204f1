package fr.acquis.identity;

import fr.acquis.audit.Actor;
import fr.acquis.audit.Audit;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of an installation whose identity provider says who people are: opened at their first sign-in, their roles in a
 * certifying body brought to what the provider says at each. Whoever holds none there is a candidate.
 */
@Service
public class ProvidedPeople {

    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    ProvidedPeople(PersonAccounts accounts, PersonRoles roles, Organisations organisations, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public PersonAccount bringUpToDate(ProvidedPerson person) {
        PersonAccount account =
                accounts.findByEmail(person.email().toLowerCase(Locale.ROOT)).orElseGet(() -> open(person));
        Actor provider = new Actor(account.id().value(), "PROVIDER", null);
        Optional<CertifyingBodyId> body = body(person);
        if (body.isEmpty() || person.roles().isEmpty()) {
            organisations.all().forEach(one -> none(account.id(), one.id(), provider));
            note(roles.grant(account.id(), Role.CANDIDATE, null), account.id(), provider, "grant-role", Role.CANDIDATE);
            return account;
        }
        for (Role role : Role.values()) {
            boolean held = person.roles().contains(role) && role != Role.CANDIDATE;
            boolean changed =
                    held ? roles.grant(account.id(), role, body.get()) : roles.revoke(account.id(), role, body.get());
            note(changed, account.id(), provider, held ? "grant-role" : "revoke-role", role);
        }
        return account;
    }

    private void none(PersonId person, CertifyingBodyId body, Actor provider) {
        for (Role role : Role.values()) {
            note(roles.revoke(person, role, body), person, provider, "revoke-role", role);
        }
    }

    private void note(boolean changed, PersonId person, Actor provider, String action, Role role) {
        if (changed) {
            audit.record(person.value(), provider, action, Map.of("role", role.name()));
        }
    }

    private PersonAccount open(ProvidedPerson person) {
        PersonAccount account = accounts.saveAndFlush(new PersonAccount(
                PersonId.create(),
                person.email(),
                person.givenName(),
                person.familyName(),
                null,
                null,
                clock.instant()));
        audit.record(account.id().value(), new Actor(account.id().value(), "PROVIDER", null), "open-account", Map.of());
        return account;
    }

    private Optional<CertifyingBodyId> body(ProvidedPerson person) {
        List<CertifyingBody> all = organisations.all();
        if (person.body() == null) {
            return all.size() == 1 ? Optional.of(all.getFirst().id()) : Optional.empty();
        }
        return all.stream()
                .filter(one -> one.slug().equals(person.body()))
                .map(CertifyingBody::id)
                .findFirst();
    }
}
