package fr.acquis.training;

import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** By when the proposed plan is to be answered, in the calendar of its candidate. */
@Component
class PlanCalendar implements CalendarSource {

    private final Journeys journeys;
    private final TrainingPlans plans;
    private final Worklist worklist;
    private final Regulations regulations;
    private final MessageSource messages;

    PlanCalendar(
            Journeys journeys,
            TrainingPlans plans,
            Worklist worklist,
            Regulations regulations,
            MessageSource messages) {
        this.journeys = journeys;
        this.plans = plans;
        this.worklist = worklist;
        this.regulations = regulations;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        return journeys.ofCandidate(person.id()).stream()
                .filter(journey -> !journey.isOver())
                .flatMap(journey -> answer(journey, language).stream())
                .toList();
    }

    private Optional<CalendarEntry> answer(Journey journey, Locale language) {
        return worklist.open(journey.id(), TaskKind.ACCEPT_PLAN)
                .map(Task::due)
                .flatMap(due -> plans.latest(journey.id())
                        .filter(plan -> plan.proposedAt() != null)
                        .map(plan -> CalendarEntry.wholeDay(
                                TrainingMails.told(journey, plan.attempt(), plan.proposedAt())
                                        .value(),
                                LocalDate.ofInstant(due, LegalClock.ZONE),
                                messages.getMessage(
                                        "training.calendar.answer", new Object[] {journey.caseNumber()}, language),
                                messages.getMessage(
                                        "training.calendar.answer.why", new Object[] {source(journey)}, language),
                                "/journeys/" + journey.id() + "/plan")));
    }

    private String source(Journey journey) {
        return regulations
                .on(journey.certification(), journey.regulationOn())
                .rule(RegulationParameters.PLAN_ACCEPTANCE_DELAY)
                .source();
    }
}
