package fr.acquis.identity.web;

import fr.acquis.identity.SignedIn;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

final class Authorities {

    private Authorities() {}

    static List<GrantedAuthority> of(SignedIn person) {
        return person.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
