package fr.acquis.identity;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One line of the access table.
 *
 * @param roles empty when any signed-in person may, or when {@code anyone}
 * @param ownership what the service behind checks besides: {@code -}, {@code own}, {@code body}
 */
public record AccessRule(HttpMethod method, String pattern, boolean anyone, Set<Role> roles, String ownership) {

    public boolean allows(Set<Role> held) {
        return anyone || roles.isEmpty() && !held.isEmpty() || held.stream().anyMatch(roles::contains);
    }
}
