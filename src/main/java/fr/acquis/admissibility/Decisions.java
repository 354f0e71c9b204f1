package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.audit.Audit;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agent decides on livret 1, and what silence decides in their place. One transaction per decision. */
@Service
@Transactional
public class Decisions {

    private final DecisionRows rows;
    private final ProposedDecisions proposals;
    private final CompletionRequests requests;
    private final DecisionDrafts drafts;
    private final Journeys journeys;
    private final Regulations regulations;
    private final Worklist worklist;
    private final Notifications notifications;
    private final CaseReferences references;
    private final CurrentPerson current;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            DecisionRows rows,
            ProposedDecisions proposals,
            CompletionRequests requests,
            DecisionDrafts drafts,
            Journeys journeys,
            Regulations regulations,
            Worklist worklist,
            Notifications notifications,
            CaseReferences references,
            CurrentPerson current,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.requests = requests;
        this.drafts = drafts;
        this.journeys = journeys;
        this.regulations = regulations;
        this.worklist = worklist;
        this.notifications = notifications;
        this.references = references;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Accepts the request, or proposes to. */
    public Ruling declareAdmissible(JourneyId id, @Nullable String comment) {
        return decide(id, Outcome.RECEVABLE, comment, List.of());
    }

    /** @throws BusinessRefusal without a reason: a refusal is reasoned */
    public Ruling declareNotAdmissible(JourneyId id, @Nullable String comment, List<RefusalReason> reasons) {
        requireReasons(reasons);
        return decide(id, Outcome.NON_RECEVABLE, comment, reasons);
    }

    static void requireReasons(List<RefusalReason> reasons) {
        if (reasons.isEmpty()
                || reasons.stream()
                        .anyMatch(reason -> Texts.blank(reason.criterion()) || Texts.blank(reason.reason()))) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.no-reason");
        }
    }

    private Ruling decide(JourneyId id, Outcome outcome, @Nullable String comment, List<RefusalReason> reasons) {
        journeys.get(id);
        Journey journey = journeys.lock(id);
        requireSomebodyElse(journey);
        requireNoProposal(id);
        return journey.awaitsDecision() && proposals.wantedFor(journey, outcome)
                ? new Ruling.Proposed(propose(journey, outcome, comment, reasons))
                : new Ruling.Taken(take(id, outcome, comment, reasons));
    }

    /** Kept for a second person; the task goes back to the team, and nobody outside it hears of it. */
    private ProposedDecision propose(
            Journey journey, Outcome outcome, @Nullable String comment, List<RefusalReason> reasons) {
        worklist.answerable(journey.id(), TaskKind.DECIDE_ADMISSIBILITY);
        ProposedDecision proposal = proposals.propose(
                journey.id(), outcome, comment, reasons, current.get().id());
        worklist.assign(journey.id(), TaskKind.DECIDE_ADMISSIBILITY, null, null);
        drafts.forgetMine(journey.id());
        notifications.tellAll(
                Role.MANAGER,
                "decision-to-confirm/" + proposal.number(),
                new AdmissibilityNotification.DecisionToConfirm(
                        references.of(journey), CasePages.path(journey.id()) + "/decision"));
        return proposal;
    }

    /**
     * The second person confirms: the decision is taken as it was proposed, and sent.
     *
     * @throws BusinessRefusal for whoever proposed it
     */
    public Decision confirm(JourneyId id) {
        journeys.get(id);
        requireSomebodyElse(journeys.lock(id));
        ProposedDecision proposal = proposals
                .open(id)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.no-proposal"));
        PersonId me = current.get().id();
        if (proposal.proposedBy().equals(me)) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.same-person");
        }
        proposals.confirmed(id, me);
        return take(id, proposal.outcome(), proposal.comment(), proposal.reasons());
    }

    /**
     * The proposal is withdrawn by its author, or sent back by a second person who says why.
     *
     * @param note what the first person should look at again
     */
    public void sendBack(JourneyId id, @Nullable String note) {
        journeys.get(id);
        journeys.lock(id);
        worklist.answerable(id, TaskKind.DECIDE_ADMISSIBILITY);
        ProposedDecision proposal = proposals.sendBack(id, current.get().id(), note);
        worklist.assign(id, TaskKind.DECIDE_ADMISSIBILITY, null, proposal.proposedBy());
    }

    private Decision take(JourneyId id, Outcome outcome, @Nullable String comment, List<RefusalReason> reasons) {
        Journey journey = journeys.decided(id, outcome.admits());
        Decision decision = record(journey, outcome, current.get().id(), comment, reasons);
        worklist.submit(id, TaskKind.DECIDE_ADMISSIBILITY, Map.of("decision", outcome.name()));
        worklist.settleAlerts(id, TaskKind.LEGAL_DATE_APPROACHING);
        return decision;
    }

    /** Whoever works for the body may be a candidate too: nobody decides on their own request. */
    private void requireSomebodyElse(Journey journey) {
        if (journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "admissibility.refused.own-request");
        }
    }

    private void requireNoProposal(JourneyId id) {
        if (proposals.open(id).isPresent()) {
            throw new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.proposal-open");
        }
    }

    /**
     * Asks the candidate for all missing pieces at once. Only the first request may move the legal date.
     *
     * @param answerBy a date to answer by, for information: nothing closes by itself
     */
    public CompletionRequest requestCompletion(
            JourneyId id, List<CompletionRequest.Piece> pieces, @Nullable LocalDate answerBy) {
        if (pieces.isEmpty() || pieces.stream().anyMatch(piece -> Texts.blank(piece.name()))) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.no-piece");
        }
        if (answerBy != null && !answerBy.isAfter(today())) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.answer-by");
        }
        journeys.get(id);
        journeys.lock(id);
        requireNoProposal(id);
        Journey journey = journeys.requestCompletion(id);
        if (journey.clock().lastDay().isEmpty()) {
            worklist.settleAlerts(id, TaskKind.LEGAL_DATE_APPROACHING);
        }
        CompletionRequest request = requests.add(id, current.get().id(), answerBy, pieces);
        drafts.forgetMine(id);
        worklist.submit(id, TaskKind.DECIDE_ADMISSIBILITY, Map.of("decision", "A_COMPLETER"));
        notifications.tell(
                told(journey, request),
                journey.candidate(),
                new AdmissibilityNotification.CompletionRequested(
                        references.of(journey),
                        pieces.stream().map(CompletionRequest.Piece::name).toList(),
                        answerBy,
                        CasePages.path(id)));
        events.publishEvent(new CompletionRequested(id, request.number()));
        return request;
    }

    /** What the mail of a request for completion is known by. */
    static NotificationId told(Journey journey, CompletionRequest request) {
        return NotificationId.about(journey.id(), "completion-requested/" + request.number(), journey.candidate());
    }

    /** Silence was kept until the legal date: the request is accepted, unless a decision was committed first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome takeTacitDecision(JourneyId id) {
        if (!journeys.find(id).orElseThrow().awaitsDecision()) {
            return rows.find(id).orElseThrow().outcome();
        }
        Journey journey = journeys.decided(id, true);
        record(journey, Outcome.TACITE, null, null, List.of());
        proposals.overtaken(id);
        worklist.settleAlerts(id, TaskKind.LEGAL_DATE_APPROACHING);
        return Outcome.TACITE;
    }

    private Decision record(
            Journey journey,
            Outcome outcome,
            @Nullable PersonId by,
            @Nullable String comment,
            List<RefusalReason> reasons) {
        Instant now = clock.instant();
        Decision decision = new Decision(
                journey.id(),
                rows.find(journey.id()).map(Decision::round).orElse(0) + 1,
                outcome,
                by,
                now,
                outcome.admits() ? today().plus(validity(journey)) : null,
                Texts.blank(comment) ? null : comment.strip(),
                reasons);
        if (!rows.insert(decision)) {
            throw new BusinessRefusal(Kind.CONFLICT, "journey.refused.already-decided", "decide");
        }
        drafts.forget(journey.id());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("outcome", outcome.name());
        facts.put("reasons", Integer.toString(reasons.size()));
        audit.record(journey.id().value(), "decide-admissibility", facts);
        return decision;
    }

    private Period validity(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn()).validity();
    }

    /** The decision that waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<ProposedDecision> proposed(JourneyId id) {
        return proposals.open(id);
    }

    /** Every proposal on the case, the first one first: the body's own, never the candidate's to read. */
    @Transactional(readOnly = true)
    public List<ProposedDecision> proposals(JourneyId id) {
        return proposals.of(id);
    }

    /** Whether this case's règlement wants a second person for such a decision. */
    @Transactional(readOnly = true)
    public boolean wantsSecondPerson(Journey journey, Outcome outcome) {
        return proposals.wantedFor(journey, outcome);
    }

    @Transactional(readOnly = true)
    public Optional<Decision> of(JourneyId id) {
        return rows.find(id);
    }

    /** Requests for completion of the case, the first one first. */
    @Transactional(readOnly = true)
    public List<CompletionRequest> completionRequests(JourneyId id) {
        return requests.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<CompletionRequest> pendingCompletion(JourneyId id) {
        return requests.pending(id);
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
