package fr.acquis.award;

import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The last day for an appeal, in the calendar of the candidate who may file it. */
@Component
class AppealCalendar implements CalendarSource {

    private final Journeys journeys;
    private final Appeals appeals;
    private final MessageSource messages;

    AppealCalendar(Journeys journeys, Appeals appeals, MessageSource messages) {
        this.journeys = journeys;
        this.appeals = appeals;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return journeys.ofCandidate(person.id()).stream()
                .flatMap(journey -> lastDay(journey, language).stream())
                .toList();
    }

    private Optional<CalendarEntry> lastDay(Journey journey, Locale language) {
        return appeals.open(journey)
                .map(open -> CalendarEntry.wholeDay(
                        NotificationId.about(
                                        journey.id(),
                                        "appeal-until/" + open.about() + "/" + journey.attempt(),
                                        journey.candidate())
                                .value(),
                        open.lastDay(),
                        messages.getMessage("award.calendar.appeal", new Object[] {journey.caseNumber()}, language),
                        messages.getMessage("award.calendar.appeal.why", new Object[] {open.source()}, language),
                        AwardCases.page(journey.id()) + "/appeal"));
    }
}
