package fr.acquis.notification.mail;

import fr.acquis.notification.Appointment;
import fr.acquis.notification.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days as an iCalendar file (RFC 5545), each with a reminder a week and a day before. */
final class CalendarFile {

    private static final int OCTETS_PER_LINE = 75;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private CalendarFile() {}

    /** An event with what it is in calendars, the rule its date comes from and where it leads, an address for the outside. */
    record Event(
            Appointment.Mark mark,
            MailContent.Dated dated,
            @Nullable String why,
            String link) {}

    /**
     * @param id what it is in calendars, unless the appointment says so itself
     * @param from who organises it, the address mails come from
     */
    static Attachment of(UUID id, MailContent.Dated dated, String link, String from, Locale language, Instant now) {
        Event event = new Event(mark(id, dated), dated, null, link);
        String method = event.mark().cancelled() ? "CANCEL" : "PUBLISH";
        StringBuilder file = head(method, language);
        write(file, event, from, now);
        line(file, "END:VCALENDAR");
        return new Attachment(
                "acquis-" + dated.day() + ".ics",
                "text/calendar; charset=UTF-8; method=" + method,
                file.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A calendar that is asked for again: once an hour is enough. */
    static byte[] feed(List<Event> events, String name, String from, Locale language, Instant now) {
        StringBuilder file = head("PUBLISH", language);
        line(file, "NAME:" + escaped(name));
        line(file, "X-WR-CALNAME:" + escaped(name));
        line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line(file, "X-PUBLISHED-TTL:PT1H");
        events.forEach(event -> write(file, event, from, now));
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder head(String method, Locale language) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Acquis//VAE//" + language.getLanguage().toUpperCase(Locale.ROOT));
        line(file, "METHOD:" + method);
        return file;
    }

    private static void write(StringBuilder file, Event event, String from, Instant now) {
        Appointment.Mark mark = event.mark();
        MailContent.Dated dated = event.dated();
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + mark.id() + "@acquis");
        line(file, "SEQUENCE:" + mark.sequence());
        line(file, "DTSTAMP:" + MOMENT.format(now.atOffset(ZoneOffset.UTC)));
        line(file, "ORGANIZER:mailto:" + from);
        when(file, dated);
        line(file, "SUMMARY:" + escaped(dated.title()));
        if (event.why() != null) {
            line(file, "DESCRIPTION:" + escaped(event.why()));
        }
        line(file, "URL:" + event.link());
        line(file, dated.at() == null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
        line(file, mark.cancelled() ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        if (!mark.cancelled()) {
            reminder(file, dated, "-P7D");
            reminder(file, dated, "-P1D");
        }
        line(file, "END:VEVENT");
    }

    private static Appointment.Mark mark(UUID id, MailContent.Dated dated) {
        return dated.at() == null || dated.at().mark() == null
                ? new Appointment.Mark(id, 0, false)
                : dated.at().mark();
    }

    private static void when(StringBuilder file, MailContent.Dated dated) {
        if (dated.at() == null) {
            line(file, "DTSTART;VALUE=DATE:" + dated.day().format(DateTimeFormatter.BASIC_ISO_DATE));
            line(file, "DTEND;VALUE=DATE:" + dated.day().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
            return;
        }
        line(file, "DTSTART:" + MOMENT.format(dated.at().start().atOffset(ZoneOffset.UTC)));
        line(file, "DTEND:" + MOMENT.format(dated.at().end().atOffset(ZoneOffset.UTC)));
        line(file, "LOCATION:" + escaped(dated.at().place()));
    }

    private static void reminder(StringBuilder file, MailContent.Dated dated, String before) {
        line(file, "BEGIN:VALARM");
        line(file, "ACTION:DISPLAY");
        line(file, "TRIGGER:" + before);
        line(file, "DESCRIPTION:" + escaped(dated.title()));
        line(file, "END:VALARM");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Lines end with CR LF; a longer one goes on in the next after a space, never inside a character. */
    private static void line(StringBuilder file, String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS_PER_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        file.append("\r\n");
    }
}
