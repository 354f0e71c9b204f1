package fr.acquis.notification;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in somebody's calendar.
 *
 * @param uid the identity it has in calendars, the same as in the mail about it
 * @param sequence one more each time it changed
 * @param at its hours; null for what lasts the whole day
 * @param title the case's number and what it is: others look at calendars too, so no name stands here
 * @param why the rule a date comes from; null for a meeting
 * @param page where it leads, a path of ours
 */
public record CalendarEntry(
        UUID uid,
        int sequence,
        LocalDate day,
        @Nullable Appointment at,
        String title,
        @Nullable String why,
        String page) {

    public static CalendarEntry at(Appointment.Mark mark, Appointment when, String title, String page) {
        return new CalendarEntry(mark.id(), mark.sequence(), when.day(), when, title, null, page);
    }

    public static CalendarEntry wholeDay(UUID uid, LocalDate day, String title, @Nullable String why, String page) {
        return new CalendarEntry(uid, 0, day, null, title, why, page);
    }
}
