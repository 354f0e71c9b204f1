package fr.acquis.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person in a role, or the product itself.
 *
 * @param person null for the product itself
 * @param role a role's name, or {@code SYSTEM:<what part>}
 * @param origin the address the act came from, null for the product itself
 */
public record Actor(
        @Nullable UUID person, String role, @Nullable String origin) {

    public static Actor system(String part) {
        return new Actor(null, "SYSTEM:" + part, null);
    }
}
