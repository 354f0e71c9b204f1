package fr.acquis.journey.api;

import fr.acquis.journey.Ending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands, in one word for programs. */
enum JourneyState {
    DRAFT,
    /** Filed; the certifier owes a decision. */
    EXAMINED,
    ADMITTED,
    /** Not admissible; may still be under appeal. */
    REFUSED,
    CERTIFIED,
    /** The candidate stopped after a jury and keeps the blocs obtained. */
    STOPPED,
    APPEAL_DISMISSED,
    ABANDONED,
    CLOSED;

    static JourneyState of(
            @Nullable Instant submittedAt, @Nullable Instant decidedAt, boolean refused, @Nullable Ending ending) {
        if (ending != null) {
            return switch (ending) {
                case CERTIFIED -> CERTIFIED;
                case STOPPED -> STOPPED;
                case APPEAL_DISMISSED -> APPEAL_DISMISSED;
                case REFUSED -> REFUSED;
                case ABANDONED -> ABANDONED;
                case CLOSED -> CLOSED;
            };
        }
        if (submittedAt == null) {
            return DRAFT;
        }
        if (decidedAt == null) {
            return EXAMINED;
        }
        return refused ? REFUSED : ADMITTED;
    }
}
