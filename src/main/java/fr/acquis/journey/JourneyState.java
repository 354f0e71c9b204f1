package fr.acquis.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands, in one word. */
public enum JourneyState {
    DRAFT,
    /** Filed; the certifier owes a decision. */
    EXAMINED,
    /** For a reader who may not know how it was decided. */
    DECIDED,
    ADMITTED,
    /** Not admissible; may still be under appeal. */
    REFUSED,
    /** For a reader who may not know how it ended. */
    ENDED,
    CERTIFIED,
    /** The candidate stopped after a jury and keeps the blocs obtained. */
    STOPPED,
    APPEAL_DISMISSED,
    ABANDONED,
    CLOSED;

    public static JourneyState of(Journey journey) {
        return of(journey.submittedAt(), journey.decidedAt(), journey.refused(), journey.ending());
    }

    public static JourneyState of(
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

    /** What is left of it for a reader who may know the decision on recevabilité, the jury's result, both or neither. */
    JourneyState knownTo(boolean decision, boolean result) {
        return switch (this) {
            case ADMITTED, REFUSED -> decision ? this : DECIDED;
            case CERTIFIED, STOPPED -> result ? this : ENDED;
            case APPEAL_DISMISSED -> decision && result ? this : ENDED;
            case DRAFT, EXAMINED, DECIDED, ENDED, ABANDONED, CLOSED -> this;
        };
    }

    public String messageKey() {
        return "journey.state." + name();
    }
}
