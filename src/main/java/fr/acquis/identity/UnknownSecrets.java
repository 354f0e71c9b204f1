package fr.acquis.identity;

import fr.acquis.identity.store.SignInAttempts;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts secrets that open nothing against the address they came from, each kind apart and all apart from passwords: what a
 * program does wrong must not close the login of those who share its address.
 */
@Component
class UnknownSecrets {

    /** As many as wrong passwords from one address, within the same time. */
    private static final int PER_ORIGIN = 100;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final SignInAttempts attempts;

    UnknownSecrets(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    /** Notes another one, unless there were too many lately. */
    boolean tooMany(String kind, String origin, Instant now) {
        String counted = kind + " " + origin;
        String kept = counted.substring(0, Math.min(counted.length(), SignInAttempts.LONGEST_ORIGIN));
        Instant since = now.minus(WINDOW);
        if (attempts.failuresFrom(kept, since) >= PER_ORIGIN) {
            return true;
        }
        attempts.failed(kind, kept, now, since);
        return false;
    }
}
