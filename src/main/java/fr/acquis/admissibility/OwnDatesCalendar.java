package fr.acquis.admissibility;

import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.LegalDate;
import fr.acquis.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** In a candidate's calendar: until when an answer is due, what they were asked to send, how long an acceptance holds. */
@Component
class OwnDatesCalendar implements CalendarSource {

    private final Journeys journeys;
    private final CompletionRequests requests;
    private final Prorogations prorogations;
    private final LegalTexts texts;
    private final Regulations regulations;
    private final MessageSource messages;

    OwnDatesCalendar(
            Journeys journeys,
            CompletionRequests requests,
            Prorogations prorogations,
            LegalTexts texts,
            Regulations regulations,
            MessageSource messages) {
        this.journeys = journeys;
        this.requests = requests;
        this.prorogations = prorogations;
        this.texts = texts;
        this.regulations = regulations;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return journeys.ofCandidate(person.id()).stream()
                .filter(journey -> !journey.isOver())
                .flatMap(journey -> Stream.of(
                                answer(journey, language), completion(journey, language), validity(journey, language))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<CalendarEntry> answer(Journey journey, Locale language) {
        if (!journey.awaitsDecision()) {
            return Optional.empty();
        }
        LegalDate decision = texts.decision(journey, language);
        return journey.clock()
                .lastDay()
                .map(day -> CalendarEntry.wholeDay(
                        Receipts.told(journey).value(),
                        day,
                        say("admissibility.calendar.answer", language, journey.caseNumber()),
                        say("admissibility.calendar.answer.why", language, decision.rule(), decision.source()),
                        CasePages.path(journey.id())));
    }

    private Optional<CalendarEntry> completion(Journey journey, Locale language) {
        return requests.pending(journey.id())
                .filter(request -> journey.awaitsDecision() && request.answerBy() != null)
                .map(request -> CalendarEntry.wholeDay(
                        Decisions.told(journey, request).value(),
                        request.answerBy(),
                        say("admissibility.calendar.completion", language, journey.caseNumber()),
                        say("admissibility.calendar.completion.why", language),
                        CasePages.path(journey.id())));
    }

    private Optional<CalendarEntry> validity(Journey journey, Locale language) {
        if (journey.decidedAt() == null || journey.refused()) {
            return Optional.empty();
        }
        String source = regulations
                .on(journey.certification(), journey.regulationOn())
                .rule(RegulationParameters.ADMISSIBILITY_VALIDITY)
                .source();
        return prorogations
                .validUntil(journey.id())
                .map(day -> CalendarEntry.wholeDay(
                        NotificationId.about(journey.id(), "admissibility-validity", journey.candidate())
                                .value(),
                        day,
                        say("admissibility.calendar.validity", language, journey.caseNumber()),
                        say("admissibility.calendar.validity.why", language, source),
                        CasePages.path(journey.id())));
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
