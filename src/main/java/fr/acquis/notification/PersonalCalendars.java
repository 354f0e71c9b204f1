package fr.acquis.notification;

import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that stands in one person's calendar, as a file their calendar reads again and again. */
@Service
@Transactional(readOnly = true)
public class PersonalCalendars {

    public static final Period BEFORE = Period.ofMonths(1);
    public static final Period AHEAD = Period.ofMonths(18);
    public static final int MOST = 300;

    private final List<CalendarSource> rooms;
    private final CalendarFiles files;
    private final CorrespondenceLanguage languages;
    private final MessageSource messages;
    private final Clock clock;

    PersonalCalendars(
            List<CalendarSource> rooms,
            CalendarFiles files,
            CorrespondenceLanguage languages,
            MessageSource messages,
            Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.files = files;
        this.languages = languages;
        this.messages = messages;
        this.clock = clock;
    }

    /** In the language the person reads letters in; where there is too much, the days furthest off are left out. */
    public byte[] of(SignedIn person) {
        Locale language = languages.of(person.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.PARIS);
        LocalDate first = today.minus(BEFORE);
        LocalDate last = today.plus(AHEAD);
        Instant from = first.atStartOfDay(Dates.PARIS).toInstant();
        Instant until = last.atStartOfDay(Dates.PARIS).toInstant();
        List<CalendarEntry> entries = rooms.stream()
                .flatMap(room -> room.entries(person, from, until, language).stream())
                .filter(entry -> !entry.day().isBefore(first) && entry.day().isBefore(last))
                .sorted(Comparator.comparing(CalendarEntry::day).thenComparing(CalendarEntry::uid))
                .toList();
        return files.feed(
                entries.subList(0, Math.min(MOST, entries.size())),
                messages.getMessage("notification.calendar.name", null, language),
                language);
    }
}
