package fr.acquis.award;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.shared.JourneyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bloc held for life.
 *
 * @param journey the case whose jury decided it; null for a bloc held before
 */
public record AcquiredBlock(
        SkillBlockCode code, Source source, @Nullable JourneyId journey, LocalDate acquiredOn) {

    /** How it was acquired. */
    public enum Source {
        JURY,
        TRAINING,
        EQUIVALENCE,
        DISPENSATION
    }
}
