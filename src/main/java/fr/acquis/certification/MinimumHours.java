package fr.acquis.certification;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Hours of activity a règlement wants to see. Not reaching them makes a file "à examiner", nothing more.
 *
 * @param hours null when none are required, which is the law since 2022
 */
public record MinimumHours(@Nullable Integer hours) {

    public static final MinimumHours NOT_REQUIRED = new MinimumHours(null);

    public MinimumHours {
        if (hours != null && (hours < 1 || hours > 20_000)) {
            throw new IllegalArgumentException("hours out of range: " + hours);
        }
    }

    public OptionalInt asInt() {
        return hours == null ? OptionalInt.empty() : OptionalInt.of(hours);
    }
}
