package fr.acquis.admissibility;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision one person proposes and another must confirm; nothing is sent before.
 *
 * @param number 1 for the case's first proposal
 * @param settlement null while it waits, as what follows
 * @param note why it was sent back
 */
public record ProposedDecision(
        JourneyId journey,
        int number,
        Outcome outcome,
        @Nullable String comment,
        List<RefusalReason> reasons,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable Settlement settlement,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        @Nullable String note) {

    public enum Settlement {
        CONFIRMED,
        /** By the second person, with a word to the first. */
        SENT_BACK,
        /** By whoever proposed it. */
        WITHDRAWN,
        /** Silence decided first. */
        OVERTAKEN
    }

    public boolean isOpen() {
        return settlement == null;
    }
}
