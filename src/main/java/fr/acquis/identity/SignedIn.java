package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person behind the current request.
 *
 * @param certifyingBody the body in which the roles are held; null for someone who is a candidate only
 */
public record SignedIn(
        PersonId id,
        String displayName,
        Set<Role> roles,
        @Nullable CertifyingBodyId certifyingBody,
        @Nullable String certifyingBodyName)
        implements Serializable {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::staff);
    }
}
