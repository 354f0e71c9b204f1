package fr.acquis.identity;

import fr.acquis.audit.Actor;
import fr.acquis.audit.ActorSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is signed in on this thread; the product itself where nobody is. */
@Service
public class CurrentPerson implements ActorSource {

    public Optional<SignedIn> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPrincipal principal
                ? Optional.of(principal.signedIn())
                : Optional.empty();
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is signed in */
    public SignedIn get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    @Override
    public Actor current() {
        return find().map(person -> new Actor(person.id().value(), strongestRole(person), origin()))
                .orElseGet(() -> Actor.system("app"));
    }

    private static String strongestRole(SignedIn person) {
        return person.roles().stream()
                .max(Comparator.naturalOrder())
                .map(Role::name)
                .orElse("NONE");
    }

    private static String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? origin(attributes.getRequest())
                : null;
    }

    private static String origin(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
