package fr.acquis.identity.web;

import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;

/** The session holds an id as the principal's name, never an e-mail. */
record PasswordPrincipal(SignedIn signedIn) implements SignedInPrincipal, Principal, Serializable {

    @Override
    public String getName() {
        return signedIn.id().toString();
    }

    List<GrantedAuthority> authorities() {
        return Authorities.of(signedIn);
    }
}
