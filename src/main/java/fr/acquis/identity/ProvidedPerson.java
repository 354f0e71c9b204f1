package fr.acquis.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as an identity provider describes them.
 *
 * @param email verified by it
 * @param body the slug of the certifying body the roles are held in; null for the only one there is
 */
public record ProvidedPerson(
        String email,
        String givenName,
        String familyName,
        Set<Role> roles,
        @Nullable String body) {

    @Override
    public String toString() {
        return "ProvidedPerson[" + roles + ", " + body + "]";
    }
}
