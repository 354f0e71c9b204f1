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
    REFUSED,
    ABANDONED,
    CLOSED;

    static JourneyState of(@Nullable Instant submittedAt, @Nullable Instant decidedAt, @Nullable Ending ending) {
        if (ending != null) {
            return switch (ending) {
                case REFUSED -> REFUSED;
                case ABANDONED -> ABANDONED;
                case CLOSED -> CLOSED;
            };
        }
        if (submittedAt == null) {
            return DRAFT;
        }
        return decidedAt == null ? EXAMINED : ADMITTED;
    }
}
