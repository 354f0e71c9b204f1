package fr.acquis.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value with what it stands on; shown beside every date computed from it.
 *
 * @param validFrom first day of effect in this certification's règlement; null when it is the default
 */
public record Rule<T>(
        RegulationParameter<T> parameter,
        T value,
        String source,
        Confidence confidence,
        @Nullable LocalDate validFrom) {

    /** The règlement of the certification says so itself. */
    public boolean own() {
        return validFrom != null;
    }
}
