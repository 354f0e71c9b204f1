package fr.acquis.experience;

import fr.acquis.evidence.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A line of the arithmetic.
 *
 * @param rule how the hours come about
 * @param days what of its period is counted here, because no closer document of the same job counts it
 * @param already hours of its period that closer documents of the same job count
 * @param hours what it adds to the total
 * @param share of full time, in percent
 */
public record Counted(Worked worked, Rule rule, List<Span> days, BigDecimal already, BigDecimal hours, int share) {

    public enum Rule {
        /** The hours the document states for its period. */
        STATED,
        /** What the document states, less what closer documents have counted. */
        REST,
        /** Calendar weeks times weekly hours, holidays taken off. */
        RHYTHM,
        /** Other documents of the same job say it more closely. */
        COVERED,
        /** The document says no hours: the days count in the calendar only. */
        NO_HOURS;

        public String messageKey() {
            return "experience.rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public long dayCount() {
        return Calendar.days(days);
    }

    /** Less than nine tenths of full time. */
    public boolean partTime() {
        return hours.signum() > 0 && rule != Rule.REST && share < 90;
    }
}
