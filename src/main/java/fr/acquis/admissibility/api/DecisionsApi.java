package fr.acquis.admissibility.api;

import fr.acquis.admissibility.AdmissibilityFacts;
import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decision;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.Proposal;
import fr.acquis.admissibility.ProposedDecision;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.admissibility.Ruling;
import fr.acquis.admissibility.api.DecisionRecords.AdmissibleWish;
import fr.acquis.admissibility.api.DecisionRecords.AskedCompletion;
import fr.acquis.admissibility.api.DecisionRecords.CompletionWish;
import fr.acquis.admissibility.api.DecisionRecords.Examination;
import fr.acquis.admissibility.api.DecisionRecords.RefusalWish;
import fr.acquis.admissibility.api.DecisionRecords.ReturnWish;
import fr.acquis.admissibility.api.DecisionRecords.RulesProposal;
import fr.acquis.admissibility.api.DecisionRecords.TakenDecision;
import fr.acquis.admissibility.api.DecisionRecords.WaitingDecision;
import fr.acquis.admissibility.api.Livret1Detail.Livret1Piece;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Decision",
        description = "Recevabilité: what the rules propose, what a person decides, what is asked to be added")
class DecisionsApi {

    private final Decisions decisions;
    private final CompletionAnswers answers;
    private final Livret1s livrets;
    private final AdmissibilityFacts facts;
    private final Journeys journeys;
    private final Worklist worklist;
    private final People people;
    private final CurrentPerson current;

    DecisionsApi(
            Decisions decisions,
            CompletionAnswers answers,
            Livret1s livrets,
            AdmissibilityFacts facts,
            Journeys journeys,
            Worklist worklist,
            People people,
            CurrentPerson current) {
        this.decisions = decisions;
        this.answers = answers;
        this.livrets = livrets;
        this.facts = facts;
        this.journeys = journeys;
        this.worklist = worklist;
        this.people = people;
        this.current = current;
    }

    @GetMapping("/api/v1/journeys/{id}/examination")
    @Operation(summary = "What an agent decides on: the facts, the pieces, what the rules propose and why")
    Examination examination(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (journey.submittedAt() == null) {
            throw ApiRefusal.conflict("journey.refused.not-submitted");
        }
        Task task = worklist.open(journey.id(), TaskKind.DECIDE_ADMISSIBILITY).orElse(null);
        Proposal proposal = task == null ? null : Proposal.of(task.context());
        return new Examination(
                task == null ? null : task.id().value(),
                task == null ? null : name(task.holder()),
                proposal == null ? null : new RulesProposal(proposal.orientation(), proposal.reasons()),
                facts.of(journey),
                livrets.pieces(journey, livrets.get(journey.id())).stream()
                        .map(Livret1Piece::of)
                        .toList());
    }

    @GetMapping("/api/v1/journeys/{id}/decision")
    @Operation(summary = "The decision, once taken; 404 before")
    TakenDecision decision(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        return decisions
                .of(journey.id())
                .map(TakenDecision::of)
                .orElseThrow(() -> ApiRefusal.notFound("api.decision.none"));
    }

    @PostMapping("/api/v1/journeys/{id}/decision/admissible")
    @Operation(summary = "Accepts the request")
    @ApiResponse(responseCode = "201", description = "The decision")
    @ApiResponse(responseCode = "202", description = "Proposed: the règlement wants a second person to confirm")
    ResponseEntity<?> admit(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable AdmissibleWish wish) {
        return ruled(decisions.declareAdmissible(new JourneyId(id), wish == null ? null : wish.comment()));
    }

    @PostMapping("/api/v1/journeys/{id}/decision/refusal")
    @Operation(summary = "Refuses the request, with reasons the candidate will read")
    @ApiResponse(responseCode = "201", description = "The decision")
    @ApiResponse(responseCode = "202", description = "Proposed: the règlement wants a second person to confirm")
    ResponseEntity<?> refuse(@PathVariable UUID id, @Valid @RequestBody RefusalWish wish) {
        return ruled(decisions.declareNotAdmissible(
                new JourneyId(id),
                wish.comment(),
                wish.reasons().stream()
                        .map(one -> new RefusalReason(
                                one.criterion().strip(), one.reason().strip(), one.advice(), one.options()))
                        .toList()));
    }

    @PostMapping("/api/v1/journeys/{id}/decision/completion")
    @Operation(summary = "Asks the candidate for all missing pieces at once")
    @ApiResponse(responseCode = "201", description = "The request for completion")
    ResponseEntity<AskedCompletion> ask(@PathVariable UUID id, @Valid @RequestBody CompletionWish wish) {
        CompletionRequest asked = decisions.requestCompletion(
                new JourneyId(id),
                wish.pieces().stream()
                        .map(piece -> new CompletionRequest.Piece(piece.name().strip(), piece.expected()))
                        .toList(),
                wish.answerBy());
        return ResponseEntity.status(HttpStatus.CREATED).body(AskedCompletion.of(asked, answers.of(asked)));
    }

    @GetMapping("/api/v1/journeys/{id}/completion-requests")
    @Operation(summary = "What was asked to be added, the first request first")
    PageOf<AskedCompletion> completionRequests(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        return new PageOf<>(
                decisions.completionRequests(journey.id()).stream()
                        .map(request -> AskedCompletion.of(request, answers.of(request)))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/journeys/{id}/decision/proposal")
    @Operation(summary = "The decision that waits for a second person; 404 when none does")
    WaitingDecision proposal(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!journey.handledBy(current.get())) {
            throw ApiRefusal.notFound("journey.refused.unknown");
        }
        return decisions
                .proposed(journey.id())
                .map(proposed -> WaitingDecision.of(proposed, name(proposed.proposedBy())))
                .orElseThrow(() -> ApiRefusal.notFound("admissibility.refused.no-proposal"));
    }

    @PostMapping("/api/v1/journeys/{id}/decision/confirmation")
    @Operation(summary = "Confirms what somebody else proposed: the decision is taken and sent")
    @ApiResponse(responseCode = "201", description = "The decision")
    ResponseEntity<TakenDecision> confirm(@PathVariable UUID id) {
        return created(decisions.confirm(new JourneyId(id)));
    }

    @PostMapping("/api/v1/journeys/{id}/decision/return")
    @Operation(summary = "Sends a proposal back to its author with a note, or withdraws one’s own")
    @ApiResponse(responseCode = "204", description = "Sent back")
    ResponseEntity<Void> sendBack(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable ReturnWish wish) {
        decisions.sendBack(new JourneyId(id), wish == null ? null : wish.note());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<?> ruled(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Taken(Decision decision) -> created(decision);
            case Ruling.Proposed(ProposedDecision proposal) ->
                ResponseEntity.accepted()
                        .header("Location", "/api/v1/journeys/" + proposal.journey() + "/decision/proposal")
                        .body(WaitingDecision.of(proposal, name(proposal.proposedBy())));
        };
    }

    private static ResponseEntity<TakenDecision> created(Decision decision) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/journeys/" + decision.journey() + "/decision")
                .body(TakenDecision.of(decision));
    }

    private @Nullable String name(@Nullable PersonId person) {
        return person == null
                ? null
                : people.find(person).map(Person::displayName).orElse("—");
    }
}
