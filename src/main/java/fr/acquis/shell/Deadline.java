package fr.acquis.shell;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A due date as a person reads it: how late, how near, or simply when.
 *
 * @param days distance from today, never negative
 */
public record Deadline(LocalDate due, Tone tone, String icon, String messageKey, long days) {

    /** From here on a date is said as a distance. */
    private static final int NEAR = 14;

    private static final int URGENT = 3;

    public static Deadline of(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return new Deadline(due, Tone.BAD, "triangle-alert", "shell.deadline.late", -days);
        }
        if (days == 0) {
            return new Deadline(due, Tone.WARN, "calendar-clock", "shell.deadline.today", 0);
        }
        if (days == 1) {
            return new Deadline(due, Tone.WARN, "calendar-clock", "shell.deadline.tomorrow", 1);
        }
        if (days <= NEAR) {
            return new Deadline(
                    due, days <= URGENT ? Tone.WARN : Tone.NEUTRAL, "calendar-clock", "shell.deadline.near", days);
        }
        return new Deadline(due, Tone.NEUTRAL, "calendar", "shell.deadline.far", days);
    }
}
