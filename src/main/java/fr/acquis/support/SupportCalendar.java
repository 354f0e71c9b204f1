package fr.acquis.support;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.PersonalCalendars;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.PlannedSessionRows.Numbered;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Support sessions in the calendar of who has them and who gives them, as the mails about them know them. */
@Component
class SupportCalendar implements CalendarSource {

    private final PlannedSessionRows rows;
    private final SupportMails mails;
    private final MessageSource messages;

    SupportCalendar(PlannedSessionRows rows, SupportMails mails, MessageSource messages) {
        this.rows = rows;
        this.mails = mails;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return rows.of(person.id(), from, until, PersonalCalendars.MOST).stream()
                .filter(one -> one.own() || person.is(Role.ADVISER))
                .map(one -> entry(one, language))
                .toList();
    }

    private CalendarEntry entry(Numbered one, Locale language) {
        var when = mails.appointment(one.session());
        return CalendarEntry.at(
                when.mark(),
                when,
                messages.getMessage("support.calendar.entry", new Object[] {one.caseNumber()}, language),
                "/journeys/%s/support/follow-up".formatted(one.session().journey()));
    }
}
