package fr.acquis.training;

import fr.acquis.audit.Audit;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.training.TrainingAction.Quote;
import fr.acquis.training.TrainingAction.State;
import fr.acquis.training.store.ActionRows;
import fr.acquis.training.store.PlanRows;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An accepted plan under way: quotes, proofs, actions ended; when nothing is left the next attempt opens. */
@Service
@Transactional
public class TrainingProgress {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WAIVER = 500;
    private static final BigDecimal DEAREST = new BigDecimal("99999999.99");

    private final PlanRows plans;
    private final ActionRows actions;
    private final TrainingMails mails;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Regulations regulations;
    private final Worklist worklist;
    private final Processes processes;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    TrainingProgress(
            PlanRows plans,
            ActionRows actions,
            TrainingMails mails,
            Journeys journeys,
            CaseMembers members,
            Regulations regulations,
            Worklist worklist,
            Processes processes,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.actions = actions;
        this.mails = mails;
        this.journeys = journeys;
        this.members = members;
        this.regulations = regulations;
        this.worklist = worklist;
        this.processes = processes;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    public void addQuote(JourneyId id, UUID action, Quote quote) {
        followed(id);
        open(underWay(id), action);
        if (quote.provider().isBlank() || quote.provider().length() > LONGEST_NAME) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.quote-provider", LONGEST_NAME);
        }
        if (quote.amount().signum() < 0
                || quote.amount().compareTo(DEAREST) > 0
                || quote.amount().stripTrailingZeros().scale() > 2) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.quote-amount");
        }
        requirePast(quote.quotedOn());
        actions.addQuote(action, quote, clock.instant());
        audit.record(id.value(), "add-training-quote", Map.of("action", action.toString()));
    }

    public void addProof(JourneyId id, UUID action, String what, LocalDate on) {
        followed(id);
        open(underWay(id), action);
        if (what.isBlank() || what.length() > LONGEST_NAME) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.proof", LONGEST_NAME);
        }
        requirePast(on);
        actions.addProof(action, what.strip(), on, current.get().id(), clock.instant());
        audit.record(id.value(), "add-training-proof", Map.of("action", action.toString()));
    }

    /** Fewer quotes than asked for are enough, for a reason that stays beside the action. */
    public void waiveQuotes(JourneyId id, UUID action, String why) {
        followed(id);
        open(underWay(id), action);
        if (why.isBlank() || why.length() > LONGEST_WAIVER) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.waiver", LONGEST_WAIVER);
        }
        actions.waive(action, why.strip());
        audit.record(id.value(), "waive-training-quotes", Map.of("action", action.toString()));
    }

    /**
     * Moves an action on.
     *
     * @return whether that was the last one, and the next attempt is open
     */
    public boolean move(JourneyId id, UUID action, State to) {
        Journey journey = followed(id);
        TrainingAction before = open(underWay(id), action);
        requireMovable(journey, before, to);
        actions.move(action, to, to == State.DONE || to == State.DROPPED ? today() : null);
        audit.record(id.value(), "move-training-action", Map.of("action", action.toString(), "state", to.name()));
        TrainingPlan plan = underWay(id);
        if (!plan.allSettled()) {
            return false;
        }
        finish(journey, plan);
        processes.message(id, "plan-ready", plan.key(), Map.of());
        return true;
    }

    private void requireMovable(Journey journey, TrainingAction action, State to) {
        if (to == State.PLANNED || to == action.state()) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.move");
        }
        int asked = quotesAsked(journey);
        if (to != State.DROPPED && action.needsQuotes() && action.quotes().size() < asked && action.waiver() == null) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.quotes", asked);
        }
        if (to == State.DONE && action.proofs().isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.no-proof");
        }
    }

    /** Who follows the plan says the candidate is ready as things stand: what was not ended is given up. */
    public void declareReady(JourneyId id) {
        Journey journey = followed(id);
        TrainingPlan plan = underWay(id);
        for (TrainingAction action : plan.actions()) {
            if (!action.settled()) {
                actions.move(action.id(), State.DROPPED, today());
            }
        }
        finish(journey, plan);
        worklist.submit(id, TaskKind.FOLLOW_PLAN, Map.of());
    }

    /** The process counts one attempt more when the plan ends; the case does so with the fact that ends it. */
    private void finish(Journey journey, TrainingPlan plan) {
        plans.finish(plan, clock.instant());
        audit.record(journey.id().value(), "finish-plan", Map.of());
        journeys.nextAttempt(journey.id());
        mails.done(journey, plan.attempt(), today());
    }

    /** How many quotes the case's règlement asks for a paid training. */
    @Transactional(readOnly = true)
    public int quotesAsked(Journey journey) {
        return regulations
                .on(journey.certification(), journey.regulationOn())
                .value(RegulationParameters.TRAINING_QUOTES);
    }

    /** Whether the signed-in person follows plans of this case: its adviser, or the certifying body. */
    @Transactional(readOnly = true)
    public boolean follows(Journey journey) {
        SignedIn me = current.get();
        return journey.handledBy(me)
                || me.is(Role.ADVISER) && members.of(journey.id(), Role.ADVISER).contains(me.id());
    }

    private Journey followed(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!follows(journey)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "training.refused.not-yours");
        }
        return journey;
    }

    private TrainingPlan underWay(JourneyId id) {
        return plans.lockLatest(id)
                .filter(TrainingPlan::underWay)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "training.refused.not-under-way"));
    }

    private static TrainingAction open(TrainingPlan plan, UUID action) {
        TrainingAction found = plan.actions().stream()
                .filter(one -> one.id().equals(action))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "training.refused.no-action-known"));
        if (found.settled()) {
            throw new BusinessRefusal(Kind.CONFLICT, "training.refused.settled");
        }
        return found;
    }

    private void requirePast(LocalDate on) {
        if (on.isAfter(today())) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.future");
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
