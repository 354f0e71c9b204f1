package fr.acquis.award;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Recours: the candidate does not agree with a decision.
 *
 * @param number 1 for the case's first
 * @param examinedBy null until it is examined, as what follows
 * @param answer the reasons of the outcome
 */
public record Appeal(
        JourneyId journey,
        int number,
        About about,
        String reasons,
        Instant filedAt,
        Instant examinationDue,
        @Nullable PersonId examinedBy,
        @Nullable Instant examinedAt,
        @Nullable Outcome outcome,
        @Nullable String answer) {

    /** Against what. */
    public enum About {
        /** The decision on recevabilité. */
        REFUSAL,
        /** A jury's result: its procedure is examined, never a mark. */
        RESULT;

        /** Whether an appeal of this kind may end so: the remedy of a refusal is a decision, of a result a jury. */
        public boolean allows(Outcome outcome) {
            return outcome == Outcome.DISMISSED
                    || outcome == (this == REFUSAL ? Outcome.NEW_DECISION : Outcome.NEW_JURY);
        }

        public Outcome remedy() {
            return this == REFUSAL ? Outcome.NEW_DECISION : Outcome.NEW_JURY;
        }
    }

    /** How it ends. Names are the model's. */
    public enum Outcome {
        NEW_DECISION,
        NEW_JURY,
        DISMISSED
    }

    public boolean isPending() {
        return outcome == null;
    }
}
