package fr.acquis.identity.web;

import fr.acquis.audit.Actor;
import fr.acquis.audit.Audit;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.identity.store.SignInAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * E-mail and password, throttled: after ten failures for an e-mail, or a hundred from an address, within a quarter of an
 * hour, tries are refused whatever they hold. An unknown e-mail costs and answers the same as a wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final int FAILURES_PER_EMAIL = 10;
    static final int FAILURES_PER_ORIGIN = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final String nobody;

    PasswordSignIn(
            PersonAccounts accounts,
            PersonRoles roles,
            SignInAttempts attempts,
            PasswordEncoder passwords,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.roles = roles;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.nobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication token) {
        String email = token.getName().strip();
        String origin =
                token.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "-";
        Instant since = clock.instant().minus(WINDOW);
        if (attempts.failuresOf(email, since) >= FAILURES_PER_EMAIL
                || attempts.failuresFrom(origin, since) >= FAILURES_PER_ORIGIN) {
            throw new LockedException("too many tries");
        }
        Optional<PersonAccount> account = email.length() > 254 ? Optional.empty() : accounts.findByEmail(email);
        String hash = account.map(PersonAccount::passwordHash).orElse(nobody);
        boolean matches = passwords.matches(String.valueOf(token.getCredentials()), hash);
        if (!matches || account.isEmpty() || !account.get().enabled()) {
            transaction.executeWithoutResult(status -> attempts.failed(email, origin, clock.instant(), since));
            throw new BadCredentialsException("refused");
        }
        SignedIn person = transaction.execute(status -> signIn(account.get(), origin, email));
        PasswordPrincipal principal = new PasswordPrincipal(person);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.authorities());
    }

    private SignedIn signIn(PersonAccount account, String origin, String email) {
        attempts.succeeded(email);
        audit.record(
                account.id().value(),
                new Actor(account.id().value(), "SELF", origin),
                "sign-in",
                Map.of("method", "password"));
        return roles.signedIn(account);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
