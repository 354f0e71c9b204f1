package fr.acquis.experience;

import fr.acquis.evidence.Span;
import fr.acquis.evidence.WorkedHours;
import org.jspecify.annotations.Nullable;

/**
 * One line of one document, as it counts: somebody worked somewhere from a day to a day.
 *
 * @param employer as written, empty when the document names none
 * @param siret fourteen digits, null for most private employers and associations
 * @param period closed
 * @param hours null when the document says none
 */
public record Worked(
        Source source,
        String employer,
        @Nullable String siret,
        @Nullable String role,
        Span period,
        @Nullable WorkedHours hours) {

    public Worked {
        if (period.open()) {
            throw new IllegalArgumentException("what has no end cannot be counted");
        }
    }

    /** Documents about the same job count its hours once: the same number, else the same name. */
    String job() {
        return siret != null ? siret.substring(0, 9) : JobName.of(employer);
    }
}
