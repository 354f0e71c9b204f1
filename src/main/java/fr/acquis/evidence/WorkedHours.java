package fr.acquis.evidence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Hours as a document says them: for the whole period, or a rhythm. */
public record WorkedHours(BigDecimal amount, Unit unit) {

    public enum Unit {
        TOTAL,
        PER_MONTH,
        PER_WEEK;

        public String messageKey() {
            return "evidence.hours." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As it is kept: {@code 151.67 TOTAL}. */
    public String text() {
        return amount.stripTrailingZeros().toPlainString() + " " + unit;
    }

    /** Empty when the text is no hours. */
    public static Optional<WorkedHours> of(String text) {
        String[] parts = text.split(" ");
        try {
            return parts.length == 2
                    ? Optional.of(new WorkedHours(new BigDecimal(parts[0]), Unit.valueOf(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException noHours) {
            return Optional.empty();
        }
    }
}
