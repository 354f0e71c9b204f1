package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser said of a skill in a review that was sent back, and what became of it.
 *
 * @param review its number within the attempt
 * @param answer the candidate's, null without one
 * @param doneAt when the candidate said it is taken care of, null before
 */
public record Remark(
        int review,
        SkillId skill,
        String text,
        Instant at,
        @Nullable String answer,
        @Nullable Instant doneAt) {

    public boolean done() {
        return doneAt != null;
    }
}
