package fr.acquis.notification;

import fr.acquis.shell.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A meeting with its hour, for the reader's calendar.
 *
 * @param place where it is, a room or a video address
 */
public record Appointment(Instant start, Instant end, String place) {

    public LocalDate day() {
        return start.atZone(Dates.PARIS).toLocalDate();
    }

    /** 14:30, Paris time. */
    public String hour() {
        return start.atZone(Dates.PARIS).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }
}
