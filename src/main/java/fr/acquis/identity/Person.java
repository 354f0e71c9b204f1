package fr.acquis.identity;

import fr.acquis.shared.PersonId;
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
}
