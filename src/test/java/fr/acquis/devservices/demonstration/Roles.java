package fr.acquis.devservices.demonstration;

import fr.acquis.admissibility.Livret1.Gender;
import fr.acquis.admissibility.Livret1.Status;
import java.time.LocalDate;

/** Candidates by their place in the cast: names nobody bears, in the trade's proportions. */
final class Roles {

    private Roles() {}

    static CandidateRole woman(String givenName, String name, int born, Status status, Place place) {
        return role(givenName, name, Gender.WOMAN, born, status, place);
    }

    static CandidateRole woman(String givenName, String name, int born, Place place) {
        return woman(givenName, name, born, Status.EMPLOYEE, place);
    }

    static CandidateRole man(String givenName, String name, int born, Status status, Place place) {
        return role(givenName, name, Gender.MAN, born, status, place);
    }

    static CandidateRole man(String givenName, String name, int born, Place place) {
        return man(givenName, name, born, Status.EMPLOYEE, place);
    }

    private static CandidateRole role(
            String givenName, String name, Gender gender, int born, Status status, Place place) {
        LocalDate day =
                LocalDate.of(born, 1 + Math.floorMod(name.hashCode(), 12), 1 + Math.floorMod(givenName.hashCode(), 28));
        return new CandidateRole(givenName, name, gender, day, status, place.city, place.postalCode);
    }

    enum Place {
        NANTES("Nantes", "44000"),
        LYON("Lyon", "69003"),
        RENNES("Rennes", "35000"),
        GRENOBLE("Grenoble", "38000"),
        ANGERS("Angers", "49100"),
        BREST("Brest", "29200");

        private final String city;
        private final String postalCode;

        Place(String city, String postalCode) {
            this.city = city;
            this.postalCode = postalCode;
        }
    }
}
