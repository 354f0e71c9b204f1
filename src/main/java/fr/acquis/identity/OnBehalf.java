package fr.acquis.identity;

import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.shared.PersonId;
import java.io.Serializable;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * Goes on with what a person asked for after their request is over. The roles are those held now: what was taken from them
 * meanwhile is not done in their name.
 */
@Service
public class OnBehalf {

    private final PersonAccounts accounts;
    private final PersonRoles roles;

    OnBehalf(PersonAccounts accounts, PersonRoles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** @return false when the account is closed: nothing was done */
    public boolean during(PersonId person, Runnable work) {
        SignedIn known = accounts.findById(person.value())
                .filter(PersonAccount::enabled)
                .map(roles::signedIn)
                .orElse(null);
        if (known == null) {
            return false;
        }
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    new Absent(known),
                    null,
                    List.copyOf(known.roles().stream()
                            .map(role -> new SimpleGrantedAuthority(role.authority()))
                            .toList())));
            SecurityContextHolder.setContext(context);
            work.run();
            return true;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private record Absent(SignedIn signedIn) implements SignedInPrincipal, Serializable {}
}
