package fr.acquis.identity;

import fr.acquis.shared.PersonId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A person as other rooms may know them.
 *
 * @param birthName nom de naissance, what a certificate bears
 * @param useName nom d'usage, null when the same
 */
public record Person(
        PersonId id,
        String email,
        String givenName,
        String birthName,
        @Nullable String useName) {

    /** How the person is called on screen and in a letter. */
    public String displayName() {
        return givenName + " " + (useName == null ? birthName : useName);
    }

    /** The same where one of them is chosen: with the address when another is called alike. */
    public String nameAmong(Collection<Person> people) {
        boolean alike = people.stream()
                .anyMatch(other -> !other.id.equals(id) && other.displayName().equalsIgnoreCase(displayName()));
        return alike ? "%s (%s)".formatted(displayName(), email) : displayName();
    }
}
