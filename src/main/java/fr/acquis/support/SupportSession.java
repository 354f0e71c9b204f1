package fr.acquis.support;

import fr.acquis.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Séance: what was done, counted in the financed hours.
 *
 * @param notes read by the candidate too
 */
public record SupportSession(
        int number,
        PersonId adviser,
        Instant heldAt,
        BigDecimal hours,
        Attendance attendance,
        @Nullable String notes,
        @Nullable String nextStep) {

    /** Whether the candidate came. */
    public enum Attendance {
        PRESENT,
        EXCUSED,
        ABSENT;

        public String messageKey() {
            return "support.attendance." + name();
        }
    }
}
