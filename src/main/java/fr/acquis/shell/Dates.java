package fr.acquis.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The one way dates are shown, in the reader's language and in Paris time; a day never parts from its month. In a template: {@code ${@dates.day(date)}}. */
@Component("dates")
public class Dates {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String NBSP = "\u00a0";

    private final Clock clock;

    public Dates(Clock clock) {
        this.clock = clock;
    }

    /** 23 novembre 2026; 1er janvier 2027. */
    public String day(LocalDate date) {
        return numeral(date) + NBSP + written(date, "MMMM yyyy");
    }

    /** 23 nov. 2026: where room is short. */
    public String shortDay(LocalDate date) {
        return numeral(date) + NBSP + written(date, "MMM yyyy");
    }

    /** lundi 23 novembre 2026: for an appointment. */
    public String weekday(LocalDate date) {
        return written(date, "EEEE") + " " + day(date);
    }

    /** 23 novembre 2026 à 14:32. */
    public String moment(Instant instant) {
        LocalDate date = instant.atZone(PARIS).toLocalDate();
        return day(date) + (french() ? " à" : " at") + NBSP + time(instant);
    }

    /** 14:32. */
    public String time(Instant instant) {
        return time(instant.atZone(PARIS).toLocalTime());
    }

    /** 9 h 30 as French letters write it, 9:30 in English. */
    public String hour(Instant instant) {
        LocalTime time = instant.atZone(PARIS).toLocalTime();
        if (!french()) {
            return "%d:%02d".formatted(time.getHour(), time.getMinute());
        }
        String hour = time.getHour() + NBSP + "h";
        return time.getMinute() == 0 ? hour : "%s%s%02d".formatted(hour, NBSP, time.getMinute());
    }

    public String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    public LocalDate day(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }

    public Deadline deadline(LocalDate due) {
        return Deadline.of(due, LocalDate.ofInstant(clock.instant(), PARIS));
    }

    private static String numeral(LocalDate date) {
        return french() && date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    }

    private static String written(LocalDate date, String pattern) {
        return date.format(DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale()));
    }

    private static boolean french() {
        return LocaleContextHolder.getLocale().getLanguage().equals("fr");
    }
}
