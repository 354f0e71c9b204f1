package fr.acquis.livret2;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The livret of one attempt as its reader may see it.
 *
 * @param sharedAt since when the adviser may read it; null when the candidate keeps it to themselves
 */
public record Livret2(
        JourneyId journey,
        int attempt,
        State state,
        Instant openedAt,
        @Nullable Instant sharedAt,
        Content content) {

    /** Who has it in hand. */
    public enum State {
        WRITING,
        IN_REVIEW,
        DEPOSITED,
        /** Deposited, and opened again for a problem that was found. */
        COMPLETING;

        /** Whether the candidate may change it. */
        public boolean writable() {
            return this == WRITING || this == COMPLETING;
        }
    }
}
