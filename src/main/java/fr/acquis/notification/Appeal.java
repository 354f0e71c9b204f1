package fr.acquis.notification;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Voies de recours: what a person may do against a decision. To whom it goes and which court there is, the letter says in
 * the same words everywhere.
 *
 * @param delay within which a new examination may be asked for, from the receipt of the letter; null when it has been
 *     made and only the court is left
 * @param source the text the delay comes from
 * @param onlineUntil the last day it may be filed in the application; null when it is filed by post only
 * @param scope what the examination looks at and leads to, as sentences; null when at the whole decision
 */
public record Appeal(
        @Nullable Period delay,
        @Nullable String source,
        @Nullable LocalDate onlineUntil,
        @Nullable String scope) {

    private static final Appeal COURT = new Appeal(null, null, null, null);

    /** The new examination is over. */
    public static Appeal toTheCourt() {
        return COURT;
    }

    /** Whether the delay counts in months; in days otherwise: one unit, as règlements write it. */
    public boolean inMonths() {
        return delay != null && delay.getDays() == 0;
    }

    public long count() {
        return inMonths() ? delay.toTotalMonths() : delay.getDays();
    }
}
