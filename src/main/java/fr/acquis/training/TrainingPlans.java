package fr.acquis.training;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SkillBlock;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.training.store.PlanRows;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A plan from its draft to the candidate's word. {@link TrainingProgress} has what happens after. */
@Service
@Transactional
public class TrainingPlans {

    private static final int LONGEST_WISH = 2_000;
    private static final BigDecimal DEAREST = new BigDecimal("99999999.99");

    private final PlanRows rows;
    private final AcquiredBlocks acquired;
    private final TrainingMails mails;
    private final Journeys journeys;
    private final Regulations regulations;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    TrainingPlans(
            PlanRows rows,
            AcquiredBlocks acquired,
            TrainingMails mails,
            Journeys journeys,
            Regulations regulations,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.acquired = acquired;
        this.mails = mails;
        this.journeys = journeys;
        this.regulations = regulations;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** By when the drafted plan should be proposed. */
    public record Drafted(String key, Instant due) {}

    /** Opens the plan of an attempt on the blocs the candidate lacks now; a second call finds the first plan. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Drafted draft(JourneyId id, int attempt) {
        Journey journey = journeys.find(id).orElseThrow();
        rows.draft(
                id,
                attempt,
                acquired.missing(journey).stream().map(SkillBlock::code).toList(),
                clock.instant());
        TrainingPlan plan = rows.of(id).stream()
                .filter(one -> one.attempt() == attempt)
                .findFirst()
                .orElseThrow();
        return new Drafted(plan.key(), after(journey, RegulationParameters.PLAN_DELAY));
    }

    /** Proposes the plan to the candidate. */
    public void propose(JourneyId id, List<TrainingAction> actions, @Nullable String advice, LocalDate reviewOn) {
        Journey journey = journeys.get(id);
        TrainingPlan plan = locked(id);
        if (plan.acceptedAt() != null) {
            throw new BusinessRefusal(Kind.CONFLICT, "training.refused.accepted");
        }
        check(plan, actions);
        if (!reviewOn.isAfter(today())) {
            throw new RefusedAnswer("reviewOn", "training.refused.review-past");
        }
        rows.replaceActions(plan, actions);
        Instant now = clock.instant();
        rows.propose(plan, advice, reviewOn, current.get().id(), now);
        audit.record(id.value(), "propose-plan", Map.of("actions", Integer.toString(actions.size())));
        Instant due = after(journey, RegulationParameters.PLAN_ACCEPTANCE_DELAY);
        worklist.submit(id, TaskKind.COMPLETE_PLAN, Map.of("acceptanceDue", Journeys.engineDate(due)));
        mails.proposed(journey, plan.attempt(), now, due);
    }

    private static void check(TrainingPlan plan, List<TrainingAction> actions) {
        if (actions.isEmpty()) {
            throw new RefusedAnswer("actions", "training.refused.no-action");
        }
        for (int line = 0; line < actions.size(); line++) {
            TrainingAction action = actions.get(line);
            String field = "actions[" + line + "].";
            if (!plan.missing().containsAll(action.blocks())) {
                throw new RefusedAnswer(field + "blocks", "training.refused.blocks");
            }
            if (action.endsOn().isBefore(action.startsOn())) {
                throw new RefusedAnswer(field + "endsOn", "training.refused.ends-before");
            }
            if (action.cost() != null && action.cost().compareTo(DEAREST) > 0) {
                throw new RefusedAnswer(field + "cost", "training.refused.cost");
            }
            if (action.cost() != null && action.cost().signum() > 0 && action.funding() == null) {
                throw new RefusedAnswer(field + "funding", "training.refused.no-funding");
            }
        }
    }

    /** The candidate agrees: the plan begins. */
    public void accept(JourneyId id) {
        Journey journey = own(id);
        TrainingPlan plan = awaiting(id);
        rows.accept(plan, clock.instant());
        audit.record(id.value(), "accept-plan", Map.of("outcome", "ACCEPTED"));
        answer(journey, plan, true);
    }

    /** The candidate wants something else, and says what. */
    public void wantChanges(JourneyId id, String changes) {
        Journey journey = own(id);
        TrainingPlan plan = awaiting(id);
        if (changes.isBlank() || changes.length() > LONGEST_WISH) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.changes", LONGEST_WISH);
        }
        rows.wantChanges(plan, changes.strip());
        audit.record(id.value(), "accept-plan", Map.of("outcome", "CHANGES"));
        answer(journey, plan, false);
    }

    private void answer(Journey journey, TrainingPlan plan, boolean accepted) {
        Instant review = plan.reviewOn().atStartOfDay(LegalClock.ZONE).toInstant();
        Instant soon = clock.instant().plusSeconds(60);
        worklist.submit(
                journey.id(),
                TaskKind.ACCEPT_PLAN,
                Map.of(
                        "planAccepted",
                        accepted,
                        "planDue",
                        Journeys.engineDate(after(journey, RegulationParameters.PLAN_DELAY)),
                        "followUpDue",
                        Journeys.engineDate(review.isBefore(soon) ? soon : review)));
    }

    /** The plan of the case's latest attempt that has one. */
    @Transactional(readOnly = true)
    public Optional<TrainingPlan> latest(JourneyId id) {
        return rows.of(id).stream().reduce((earlier, later) -> later);
    }

    private TrainingPlan awaiting(JourneyId id) {
        TrainingPlan plan = locked(id);
        if (plan.proposedAt() == null || plan.acceptedAt() != null) {
            throw new BusinessRefusal(Kind.CONFLICT, "training.refused.not-proposed");
        }
        return plan;
    }

    private TrainingPlan locked(JourneyId id) {
        return rows.lockLatest(id).orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "training.refused.no-plan"));
    }

    private Journey own(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "training.refused.not-yours");
        }
        return journey;
    }

    private Instant after(Journey journey, RegulationParameter<Period> delay) {
        return clock.instant()
                .atZone(LegalClock.ZONE)
                .plus(regulations
                        .on(journey.certification(), journey.regulationOn())
                        .value(delay))
                .toInstant();
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
