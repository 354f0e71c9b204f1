package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Support on one case.
 *
 * @param choice null while the candidate has not answered
 * @param body the support body chosen
 * @param nextSessionAt null when none is planned
 */
public record Support(
        JourneyId journey,
        @Nullable Choice choice,
        @Nullable UUID body,
        @Nullable PersonId adviser,
        @Nullable Place place,
        @Nullable String messageToAdviser,
        @Nullable Instant nextSessionAt,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy,
        @Nullable String endReason) {

    /** The candidate's answer, in the words of the process. */
    public enum Choice {
        BODY,
        LATER,
        NONE
    }

    public enum Place {
        ON_SITE,
        REMOTE,
        AT_WORK;

        public String messageKey() {
            return "support.place." + name();
        }
    }

    /** At whose word it ended. */
    public enum EndedBy {
        CANDIDATE,
        ADVISER,
        BODY,
        /** The journey itself is over. */
        JOURNEY
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** A body is chosen and nobody ended it. */
    public boolean isRunning() {
        return choice == Choice.BODY && endedAt == null;
    }

    /** The candidate wanted to see later, and may ask now. */
    public boolean mayBeWanted() {
        return choice == Choice.LATER && endedAt == null;
    }
}
