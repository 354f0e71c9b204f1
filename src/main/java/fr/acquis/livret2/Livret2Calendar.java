package fr.acquis.livret2;

import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.NotificationId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** In a candidate's calendar: by when livret 2 is hoped for, and by when it was asked to be completed. */
@Component
class Livret2Calendar implements CalendarSource {

    private final Journeys journeys;
    private final Livret2s livrets;
    private final Livret2Dates dates;
    private final Worklist worklist;
    private final References references;
    private final MessageSource messages;

    Livret2Calendar(
            Journeys journeys,
            Livret2s livrets,
            Livret2Dates dates,
            Worklist worklist,
            References references,
            MessageSource messages) {
        this.journeys = journeys;
        this.livrets = livrets;
        this.dates = dates;
        this.worklist = worklist;
        this.references = references;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return journeys.ofCandidate(person.id()).stream()
                .filter(journey -> !journey.isOver())
                .flatMap(journey -> Stream.of(writing(journey, language), completing(journey, language))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<CalendarEntry> writing(Journey journey, Locale language) {
        return worklist.open(journey.id(), TaskKind.WRITE_LIVRET2)
                .map(Task::due)
                .map(due -> entry(
                        journey,
                        NotificationId.about(journey.id(), "livret2-write/" + journey.attempt(), journey.candidate()),
                        Livret2Dates.day(due),
                        "livret2.calendar.write",
                        RegulationParameters.LIVRET2_DELAY,
                        language));
    }

    private Optional<CalendarEntry> completing(Journey journey, Locale language) {
        return livrets.latestDeposit(journey.id())
                .filter(deposit -> livrets.state(journey.id()).orElseThrow() == Livret2.State.COMPLETING)
                .filter(deposit -> deposit.check() != null && deposit.check().completeBy() != null)
                .map(deposit -> entry(
                        journey,
                        CompletenessChecks.told(journey, deposit),
                        deposit.check().completeBy(),
                        "livret2.calendar.complete",
                        RegulationParameters.LIVRET2_COMPLETION_DELAY,
                        language));
    }

    private CalendarEntry entry(
            Journey journey,
            NotificationId id,
            LocalDate day,
            String key,
            RegulationParameter<Period> rule,
            Locale language) {
        return CalendarEntry.wholeDay(
                id.value(),
                day,
                messages.getMessage(key, new Object[] {journey.caseNumber()}, language),
                messages.getMessage(
                        key + ".why",
                        new Object[] {dates.regulation(journey).rule(rule).source()},
                        language),
                references.path(journey.id()));
    }
}
