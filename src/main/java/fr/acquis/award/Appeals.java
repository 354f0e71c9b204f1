package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.store.AppealRows;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.AwardNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recours: filed in time by the candidate, examined by people who did not decide. */
@Service
@Transactional
public class Appeals {

    /** The longest text kept, of reasons and of answers. */
    public static final int LONGEST = 4000;

    private final AppealRows rows;
    private final ObjectProvider<DecisionMakers> deciders;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Processes processes;
    private final Notifications notifications;
    private final AwardCases cases;
    private final CurrentPerson current;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appeals(
            AppealRows rows,
            ObjectProvider<DecisionMakers> deciders,
            Journeys journeys,
            Worklist worklist,
            Processes processes,
            Notifications notifications,
            AwardCases cases,
            CurrentPerson current,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.deciders = deciders;
        this.journeys = journeys;
        this.worklist = worklist;
        this.processes = processes;
        this.notifications = notifications;
        this.cases = cases;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What may be appealed now, and until when. */
    @Transactional(readOnly = true)
    public Optional<Open> open(Journey journey) {
        if (journey.isOver() || pending(journey.id()).isPresent()) {
            return Optional.empty();
        }
        Optional<Open> against = journey.appealUntil() != null
                ? Optional.of(new Open(Appeal.About.REFUSAL, journey.appealUntil(), source(journey)))
                : worklist.open(journey.id(), TaskKind.CHOOSE_NEXT)
                        .map(asked -> new Open(
                                Appeal.About.RESULT,
                                journeys.appealUntil(
                                        journey.certification(), journey.regulationOn(), asked.createdAt()),
                                source(journey)));
        return against.filter(open -> clock.instant().isBefore(open.until()));
    }

    /** Files the appeal: the decision waits, and no time for an appeal ends the case any more. */
    public void file(JourneyId id, String reasons) {
        if (reasons.isBlank() || reasons.strip().length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.no-appeal-reasons");
        }
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        Open open = open(journey).orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "award.refused.no-appeal"));
        journeys.appealed(id);
        if (rows.lockPending(id).isPresent()) {
            throw new BusinessRefusal(Kind.CONFLICT, "award.refused.no-appeal");
        }
        Instant now = clock.instant();
        LocalDate due = cases.due(journey, RegulationParameters.APPEAL_EXAMINATION_DELAY, now);
        rows.insert(id, open.about(), reasons.strip(), now, AwardCases.endOf(due));
        processes.message(
                id,
                "appeal-filed",
                id.toString(),
                Map.of("examinationDue", Journeys.engineDate(AwardCases.endOf(due))));
        audit.record(id.value(), "file-appeal", Map.of("about", open.about().name()));
        String event = "appeal-filed/" + now.toEpochMilli();
        notifications.tell(
                NotificationId.about(id, event, journey.candidate()),
                journey.candidate(),
                new AwardNotification.AppealReceived(
                        cases.reference(journey), AwardCases.day(now), due, AwardCases.page(id)));
        notifications.tellAll(
                Role.MANAGER,
                event,
                new AwardNotification.AppealToExamine(cases.reference(journey), due, AwardCases.page(id) + "/appeal"));
    }

    /** The case's appeal without an answer. */
    @Transactional(readOnly = true)
    public Optional<Appeal> pending(JourneyId id) {
        return rows.of(id).stream().filter(Appeal::isPending).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Appeal> of(JourneyId id) {
        return rows.of(id);
    }

    /** Whether a person took part in a decision on the case: they do not examine the appeal against it. */
    @Transactional(readOnly = true)
    public boolean decided(JourneyId id, PersonId person) {
        return deciders.stream().anyMatch(room -> room.of(id).contains(person));
    }

    /**
     * Answers the appeal.
     *
     * @throws BusinessRefusal for somebody who decided, without reasons, or for an outcome this appeal cannot have
     */
    public void examine(JourneyId id, Appeal.Outcome outcome, String answer) {
        if (answer.isBlank() || answer.strip().length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.no-answer");
        }
        Journey journey = journeys.get(id);
        PersonId me = current.get().id();
        if (decided(id, me)) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.you-decided");
        }
        Appeal appeal =
                pending(id).orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "worklist.refused.no-longer-open"));
        if (!appeal.about().allows(outcome)) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.outcome");
        }
        switch (outcome) {
            case NEW_DECISION -> journeys.reexamine(id);
            case DISMISSED -> journeys.conclude(id, Ending.APPEAL_DISMISSED);
            case NEW_JURY -> {}
        }
        worklist.submit(id, TaskKind.EXAMINE_APPEAL, Map.of("appeal", outcome.name()));
        Instant now = clock.instant();
        rows.answer(appeal, me, now, outcome, answer.strip());
        audit.record(id.value(), "examine-appeal", Map.of("outcome", outcome.name()));
        notifications.tell(
                NotificationId.about(id, "appeal-examined/" + appeal.number(), journey.candidate()),
                journey.candidate(),
                new AwardNotification.AppealDecided(
                        cases.reference(journey), AwardCases.day(now), AwardCases.page(id)));
        events.publishEvent(new AppealExamined(id, appeal.number()));
    }

    private String source(Journey journey) {
        return cases.rule(journey, RegulationParameters.APPEAL_DELAY).source();
    }

    /**
     * @param until the first instant at which it is too late
     * @param source the text the delay comes from, in the case's own règlement
     */
    public record Open(Appeal.About about, Instant until, String source) {

        public LocalDate lastDay() {
            return until.minusNanos(1).atZone(LegalClock.ZONE).toLocalDate();
        }
    }
}
