package fr.acquis.certification;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certification whose registration asks for attention.
 *
 * @param fileDue last day to hand in the file of renewal; null without a known end
 * @param successor number of the fiche that replaces it, here or not; null when none does
 */
public record FollowUp(
        Certification certification,
        Set<Concern> concerns,
        @Nullable LocalDate fileDue,
        @Nullable String successor) {

    public FollowUp {
        concerns = Set.copyOf(concerns);
    }

    /** Why it asks for attention; several may hold. */
    public enum Concern {
        /** The registration ends within the months the règlement wants to be warned before. */
        ENDING,
        /** The last day to hand in the file of renewal has passed. */
        FILE_LATE,
        ENDED,
        REPLACED,
        /** A body here runs it, and the register says otherwise than its own row. */
        DIFFERS
    }

    /** Whose certifications are looked at. */
    public enum Scope {
        /** Those the person's own body runs. */
        MINE,
        /** Those any body here runs. */
        HERE,
        ALL
    }
}
