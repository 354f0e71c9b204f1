package fr.acquis.identity.web;

import fr.acquis.identity.SignedIn;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as the framework asks for them. */
public final class Authorities {

    private Authorities() {}

    public static List<GrantedAuthority> of(SignedIn person) {
        return person.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
