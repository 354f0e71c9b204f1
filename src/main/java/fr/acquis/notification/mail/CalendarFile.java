package fr.acquis.notification.mail;

import fr.acquis.notification.Attachment;
import fr.acquis.notification.NotificationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as an iCalendar file (RFC 5545), with a reminder a week and a day before. */
final class CalendarFile {

    private static final int OCTETS_PER_LINE = 75;

    private CalendarFile() {}

    static Attachment of(NotificationId id, MailContent content, Locale language, Instant now) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Acquis//VAE//" + language.getLanguage().toUpperCase(Locale.ROOT));
        line(file, "METHOD:PUBLISH");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + id + "@acquis");
        line(
                file,
                "DTSTAMP:"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                                .format(now.atOffset(ZoneOffset.UTC)));
        line(file, "DTSTART;VALUE=DATE:" + content.dated().day().format(DateTimeFormatter.BASIC_ISO_DATE));
        line(file, "DTEND;VALUE=DATE:" + content.dated().day().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line(file, "SUMMARY:" + escaped(content.dated().title()));
        line(file, "URL:" + content.link());
        line(file, "TRANSP:TRANSPARENT");
        reminder(file, content, "-P7D");
        reminder(file, content, "-P1D");
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return new Attachment(
                "acquis-" + content.dated().day() + ".ics",
                "text/calendar; charset=UTF-8; method=PUBLISH",
                file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void reminder(StringBuilder file, MailContent content, String before) {
        line(file, "BEGIN:VALARM");
        line(file, "ACTION:DISPLAY");
        line(file, "TRIGGER:" + before);
        line(file, "DESCRIPTION:" + escaped(content.dated().title()));
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
