package fr.acquis.notification;

import fr.acquis.shell.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its hour, for the reader's calendar.
 *
 * @param place where it is, a room or a video address
 * @param mark what it is in calendars, for a meeting that may move; null where each notification is its own
 */
public record Appointment(
        Instant start, Instant end, String place, @Nullable Mark mark) {

    /**
     * The same entry in every calendar, whatever happens to it.
     *
     * @param sequence one more at each change
     * @param cancelled it does not take place: calendars take it out
     */
    public record Mark(UUID id, int sequence, boolean cancelled) {}

    public Appointment(Instant start, Instant end, String place) {
        this(start, end, place, null);
    }

    public LocalDate day() {
        return start.atZone(Dates.PARIS).toLocalDate();
    }

    /** 14:30, Paris time. */
    public String hour() {
        return start.atZone(Dates.PARIS).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }
}
