package fr.acquis.devservices;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.PersonId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a test's act as somebody. */
public class ActingAs {

    private final People people;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    ActingAs(People people, Organisations organisations, TransactionTemplate transaction) {
        this.people = people;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    /** A candidate nobody else uses. */
    public SignedIn newCandidate() {
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(
                    "candidat-" + UUID.randomUUID() + "@acquis.example", "Camille", "Exemple", null, null));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        return new SignedIn(id, "Camille Exemple", Set.of(Role.CANDIDATE), null, null);
    }

    /** The seeded person of that role in the demonstration body. */
    public SignedIn seeded(Role role) {
        Person person = people.findByEmail(
                        DevelopmentConfiguration.account(role).email())
                .orElseThrow();
        CertifyingBody body = organisations.all().stream()
                .filter(one -> one.slug().equals(DevelopmentConfiguration.BODY))
                .findFirst()
                .orElseThrow();
        return new SignedIn(person.id(), person.displayName(), Set.of(role), body.id(), body.name());
    }

    /** Somebody new of that role in the demonstration body. */
    public SignedIn another(Role role) {
        SignedIn seeded = seeded(role);
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(
                    "membre-" + UUID.randomUUID() + "@acquis.example", "Noa", "Membre", null, null));
            people.grant(person, role, seeded.certifyingBody());
            return person;
        });
        return new SignedIn(id, "Noa Membre", Set.of(role), seeded.certifyingBody(), seeded.certifyingBodyName());
    }

    public <T> T call(SignedIn person, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        SignedInPrincipal principal = () -> person;
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, null, "ROLE_TEST"));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void run(SignedIn person, Runnable act) {
        call(person, () -> {
            act.run();
            return null;
        });
    }
}
