package fr.acquis.devservices;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a test act as a person, on its own thread or through the browser's filter chain. */
public final class SignedInAs {

    private SignedInAs() {}

    public static SignedIn somebody(Role role, @Nullable CertifyingBodyId body) {
        return new SignedIn(
                PersonId.create(), "Quelqu'un", Set.of(role), body, body == null ? null : "Un certificateur");
    }

    public static RequestPostProcessor browser(SignedIn person) {
        return authentication(token(person));
    }

    public static void during(SignedIn person, Runnable act) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(token(person));
            SecurityContextHolder.setContext(context);
            act.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Authentication token(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new TestPrincipal(person),
                null,
                person.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
    }

    record TestPrincipal(SignedIn signedIn) implements SignedInPrincipal, Serializable {}
}
