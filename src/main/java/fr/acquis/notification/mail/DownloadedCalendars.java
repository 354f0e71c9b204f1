package fr.acquis.notification.mail;

import fr.acquis.notification.Appointment;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarFiles;
import fr.acquis.notification.NotificationSettings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
class DownloadedCalendars implements CalendarFiles {

    private final NotificationSettings settings;
    private final Clock clock;

    DownloadedCalendars(NotificationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Attachment of(Appointment when, String title, String page, Locale language) {
        return CalendarFile.of(
                when.mark().id(),
                new MailContent.Dated(when.day(), title, when),
                settings.link(page),
                settings.mailFrom(),
                language,
                clock.instant());
    }

    @Override
    public byte[] feed(List<CalendarEntry> entries, String name, Locale language) {
        return CalendarFile.feed(
                entries.stream()
                        .map(entry -> new CalendarFile.Event(
                                new Appointment.Mark(entry.uid(), entry.sequence(), false),
                                new MailContent.Dated(entry.day(), entry.title(), entry.at()),
                                entry.why(),
                                settings.link(entry.page())))
                        .toList(),
                name,
                settings.mailFrom(),
                language,
                clock.instant());
    }
}
