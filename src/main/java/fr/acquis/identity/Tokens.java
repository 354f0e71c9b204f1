package fr.acquis.identity;

import fr.acquis.audit.Audit;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.identity.store.TokenRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal access tokens. A token is its person towards the API, with that person's rights of the moment and never more; it
 * is made and ended by its person only, in a session they signed in to.
 */
@Service
@Transactional
public class Tokens {

    public static final Duration LONGEST = Duration.ofDays(365);
    public static final int MOST_CHARACTERS = 100;
    public static final int MOST_AT_ONCE = 20;

    private static final String PREFIX = "acq_";
    private final TokenRows rows;
    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final UnknownSecrets unknown;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Tokens(
            TokenRows rows,
            PersonAccounts accounts,
            PersonRoles roles,
            UnknownSecrets unknown,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.roles = roles;
        this.unknown = unknown;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token for the signed-in person.
     *
     * @param lifetime up to a year
     * @return the secret, which is not kept and cannot be shown again
     */
    public Issued issue(String name, Duration lifetime, boolean readOnly) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > MOST_CHARACTERS) {
            throw new BusinessRefusal(Kind.INVALID, "account.token.refused.name", MOST_CHARACTERS);
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new BusinessRefusal(Kind.INVALID, "account.token.refused.lifetime", LONGEST.toDays());
        }
        SignedIn person = current.get();
        Instant now = clock.instant();
        rows.lockPerson(person.id());
        if (rows.openOf(person.id(), now) >= MOST_AT_ONCE) {
            throw new BusinessRefusal(Kind.CONFLICT, "account.token.refused.too-many", MOST_AT_ONCE);
        }
        String secret = PREFIX + Secrets.fresh();
        Token token = new Token(TokenId.create(), called, readOnly, now, now.plus(lifetime), null, null);
        rows.insert(token, person.id(), Sha256.of(secret));
        audit.record(
                person.id().value(),
                "make-token",
                Map.of(
                        "token", token.id().toString(),
                        "rights", readOnly ? "READ" : "ALL",
                        "until", token.expiresAt().toString()));
        return new Issued(token, secret);
    }

    /** The signed-in person's tokens, the newest first, ended ones of the last year included. */
    @Transactional(readOnly = true)
    public List<Token> mine() {
        return rows.of(current.get().id(), clock.instant().minus(LONGEST));
    }

    /** Ends a token of the signed-in person at once; ending it twice changes nothing. */
    public void revoke(TokenId id) {
        SignedIn person = current.get();
        if (!rows.exists(id, person.id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "account.token.refused.unknown");
        }
        if (rows.revoke(id, person.id(), clock.instant())) {
            audit.record(person.id().value(), "revoke-token", Map.of("token", id.toString()));
        }
    }

    /**
     * Whose token this is. A token that is not known counts against the address it came from; one that has ended does not:
     * it was no guess, and a forgotten program must not lock its neighbours out.
     */
    public Recognition recognise(String presented, String origin) {
        Instant now = clock.instant();
        Optional<TokenRows.Held> held = isOne(presented) ? rows.find(Sha256.of(presented)) : Optional.empty();
        if (held.isEmpty()) {
            return unknown.tooMany("token", origin, now) ? new Recognition.TooMany() : new Recognition.Refused();
        }
        Optional<PersonAccount> account = held.filter(one -> one.token().opens(now))
                .flatMap(one -> accounts.findById(one.person().value()))
                .filter(PersonAccount::enabled);
        if (account.isEmpty()) {
            return new Recognition.Refused();
        }
        Token token = held.get().token();
        rows.used(token.id(), now);
        return new Recognition.Known(token.id(), roles.signedIn(account.get()), token.readOnly());
    }

    private static boolean isOne(String presented) {
        return presented.startsWith(PREFIX) && Secrets.isOne(presented.substring(PREFIX.length()));
    }

    /**
     * @param secret shown once
     */
    public record Issued(Token token, String secret) {

        @Override
        public String toString() {
            return "Issued[" + token.id() + ", …]";
        }
    }
}
