package fr.acquis.worklist;

import fr.acquis.identity.SignedIn;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.PersonalCalendars;
import fr.acquis.worklist.store.DueDates;
import fr.acquis.worklist.store.DueDates.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates the law gives to tasks somebody took, in their calendar; those of the house stay in the list. */
@Component
class LegalDatesCalendar implements CalendarSource {

    private static final Set<TaskKind> LEGAL =
            Arrays.stream(TaskKind.values()).filter(TaskKind::isLegal).collect(Collectors.toSet());

    private final DueDates rows;
    private final MessageSource messages;

    LegalDatesCalendar(DueDates rows, MessageSource messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return rows.of(person.id(), LEGAL, from, until, PersonalCalendars.MOST).stream()
                .map(due -> entry(due, person, language))
                .collect(Collectors.toMap(CalendarEntry::uid, entry -> entry, (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    private CalendarEntry entry(Due due, SignedIn person, Locale language) {
        LocalDate day = LocalDate.ofInstant(due.at(), LegalClock.ZONE);
        String what = messages.getMessage(due.kind().messageKey(), null, language);
        return CalendarEntry.wholeDay(
                uid(due, day, person),
                day,
                messages.getMessage("worklist.calendar.due", new Object[] {due.caseNumber(), what}, language),
                null,
                "/journeys/" + due.journey());
    }

    /** The warning that the date of the decision is near has an entry of its own in its mail: the same. */
    private static UUID uid(Due due, LocalDate day, SignedIn person) {
        return switch (due.kind()) {
            case DECIDE_ADMISSIBILITY, LEGAL_DATE_APPROACHING ->
                NotificationId.legalDateNear(due.journey(), day, person.id()).value();
            default -> due.task().value();
        };
    }
}
