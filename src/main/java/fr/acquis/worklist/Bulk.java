package fr.acquis.worklist;

import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verb over many rows, and how far it is.
 *
 * @param receiver whom they are given to; null for other verbs
 * @param words the tag, or the document asked for
 */
public record Bulk(
        UUID id,
        PersonId person,
        BulkVerb verb,
        @Nullable PersonId receiver,
        @Nullable String words,
        boolean running,
        int total,
        int done,
        int refused,
        Instant createdAt) {

    public int treated() {
        return done + refused;
    }

    /** A row that was not done, and why. */
    public record Refused(
            UUID task, @Nullable String candidate, @Nullable String caseNumber, String reason) {}
}
