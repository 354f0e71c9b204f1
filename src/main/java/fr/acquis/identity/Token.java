package fr.acquis.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's key for a program of theirs, without its secret, which is nowhere.
 *
 * @param readOnly whether it only reads
 * @param lastUsedAt to the minute; null when never
 */
public record Token(
        TokenId id,
        String name,
        boolean readOnly,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean opens(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public boolean revoked() {
        return revokedAt != null;
    }
}
