package fr.acquis.devservices.demonstration;

import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.jury.Seat.Gender;
import fr.acquis.shared.PersonId;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the demonstration: the accounts of the sign-in page, and colleagues of theirs in two offices. */
final class Cast {

    static final String NANTES = "Antenne de Nantes (fictive)";
    static final String LYON = "Antenne de Lyon (fictive)";

    private static final String PASSWORD = "demonstration";

    private static final List<Juror> MORE_JURORS = List.of(
            new Juror("odile", "Odile", "Figurante", Gender.WOMAN),
            new Juror("basile", "Basile", "Figurant", Gender.MAN),
            new Juror("perrine", "Perrine", "Silhouette", Gender.WOMAN),
            new Juror("octave", "Octave", "Silhouette", Gender.MAN));

    private final ActingAs as;
    private final People people;
    private final SupportBodies bodies;
    private final TransactionTemplate transaction;
    private final Map<String, SignedIn> known = new ConcurrentHashMap<>();

    Cast(ActingAs as, People people, SupportBodies bodies, TransactionTemplate transaction) {
        this.as = as;
        this.people = people;
        this.bodies = bodies;
        this.transaction = transaction;
    }

    private record Juror(String account, String givenName, String name, Gender gender) {}

    /** Somebody who sits, with what the balance of a panel asks. */
    record Sitting(SignedIn juror, Gender gender) {}

    /** Offices and staff, entered once. */
    void enter() {
        var body = as.seeded(Role.MANAGER).certifyingBody();
        transaction.executeWithoutResult(status -> {
            List<String> there =
                    bodies.all(body).stream().map(SupportBody::name).toList();
            office(there, NANTES, "Nantes");
            office(there, LYON, "Lyon");
        });
        place(adviser(NANTES), NANTES);
        place(adviser(LYON), LYON);
    }

    private void office(List<String> there, String name, String place) {
        if (!there.contains(name)) {
            bodies.register(as.seeded(Role.MANAGER).certifyingBody(), name, place);
        }
    }

    private void place(SignedIn adviser, String office) {
        transaction.executeWithoutResult(
                status -> bodies.place(adviser.certifyingBody(), adviser.id(), office(office)));
    }

    /** The office of that name; the certifier's own team for any other. */
    UUID office(String name) {
        return bodies.all(as.seeded(Role.MANAGER).certifyingBody()).stream()
                .filter(body ->
                        name.equals(body.name()) || body.ownTeam() && !name.equals(NANTES) && !name.equals(LYON))
                .findFirst()
                .orElseThrow()
                .id();
    }

    SignedIn candidate(CandidateRole who) {
        Person person = people.findByEmail(who.email()).orElseGet(() -> opened(who));
        return new SignedIn(person.id(), person.displayName(), Set.of(Role.CANDIDATE), null, null);
    }

    private Person opened(CandidateRole who) {
        PersonId id = transaction.execute(status -> {
            PersonId opened =
                    people.register(new People.NewPerson(who.email(), who.givenName(), who.name(), null, PASSWORD));
            people.grant(opened, Role.CANDIDATE, null);
            return opened;
        });
        return people.find(id).orElseThrow();
    }

    /** The demonstration agent, and a colleague who takes every third case. */
    SignedIn agent(Stage stage) {
        return Math.floorMod(stage.line().name().hashCode(), 3) == 0
                ? member("agent2", "Rosalie", "Démo", Role.AGENT)
                : agent();
    }

    SignedIn agent() {
        return as.seeded(Role.AGENT);
    }

    SignedIn adviser(String office) {
        return switch (office) {
            case NANTES -> member("nantes", "Maël", "Démo", Role.ADVISER);
            case LYON -> member("lyon", "Lina", "Démo", Role.ADVISER);
            default -> as.seeded(Role.ADVISER);
        };
    }

    SignedIn manager() {
        return as.seeded(Role.MANAGER);
    }

    SignedIn cpne() {
        return as.seeded(Role.CPNE);
    }

    /** Four who sit together, two women and two men, the first presiding: the accounts of the sign-in page, or the others. */
    List<Sitting> panel(boolean signIn) {
        if (!signIn) {
            return MORE_JURORS.stream()
                    .map(one ->
                            new Sitting(member(one.account(), one.givenName(), one.name(), Role.JUROR), one.gender()))
                    .toList();
        }
        List<Person> seeded = DevelopmentConfiguration.panel().stream()
                .map(account -> people.findByEmail(account.email()).orElseThrow())
                .toList();
        return java.util.stream.IntStream.range(0, seeded.size())
                .mapToObj(n -> new Sitting(staff(seeded.get(n), Role.JUROR), n % 2 == 0 ? Gender.WOMAN : Gender.MAN))
                .toList();
    }

    private SignedIn member(String account, String givenName, String name, Role role) {
        return known.computeIfAbsent(account, first -> {
            String email = account + "@acquis.example";
            Supplier<Person> opening = () -> {
                PersonId id = transaction.execute(status -> {
                    PersonId opened = people.register(new People.NewPerson(email, givenName, name, null, PASSWORD));
                    people.grant(opened, role, as.seeded(Role.MANAGER).certifyingBody());
                    return opened;
                });
                return people.find(id).orElseThrow();
            };
            return staff(people.findByEmail(email).orElseGet(opening), role);
        });
    }

    private SignedIn staff(Person person, Role role) {
        SignedIn manager = as.seeded(Role.MANAGER);
        return new SignedIn(
                person.id(),
                person.displayName(),
                Set.of(role),
                manager.certifyingBody(),
                manager.certifyingBodyName());
    }
}
