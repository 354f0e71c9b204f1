package fr.acquis.training.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlan;
import fr.acquis.training.TrainingPlans;
import fr.acquis.training.TrainingProgress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Training plan",
        description = "Plan de formation complémentaire: accepted by its candidate, followed to its end")
class PlansApi {

    private final TrainingPlans plans;
    private final TrainingProgress progress;
    private final Journeys journeys;
    private final CurrentPerson current;

    PlansApi(TrainingPlans plans, TrainingProgress progress, Journeys journeys, CurrentPerson current) {
        this.plans = plans;
        this.progress = progress;
        this.journeys = journeys;
        this.current = current;
    }

    record ChangesWish(@NotBlank @Size(max = 4000) String changes) {}

    record QuoteWish(
            @NotBlank @Size(max = 200) String provider,
            @NotNull BigDecimal amount,
            @NotNull LocalDate quotedOn) {}

    record ProofOfAction(
            @NotBlank @Size(max = 200) String what, @NotNull LocalDate datedOn) {}

    record WaiverWish(@NotBlank @Size(max = 500) String why) {}

    record StateWish(@NotNull TrainingAction.State to) {}

    @GetMapping("/api/v1/journeys/{id}/plan")
    @Operation(summary = "The latest plan: for its candidate once proposed, for those who follow it once accepted")
    PlanDetail read(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        boolean own = journey.candidate().equals(current.get().id());
        if (!own && !progress.follows(journey)) {
            throw ApiRefusal.notFound("journey.refused.unknown");
        }
        return plans.latest(journey.id())
                .filter(plan -> own ? plan.proposedAt() != null : plan.acceptedAt() != null)
                .map(plan -> detail(journey, plan))
                .orElseThrow(() -> ApiRefusal.notFound("training.refused.no-plan"));
    }

    private PlanDetail detail(Journey journey, TrainingPlan plan) {
        return PlanDetail.of(plan, progress.quotesAsked(journey));
    }

    @PostMapping("/api/v1/journeys/{id}/plan/acceptance")
    @Operation(summary = "The candidate agrees: the plan begins")
    PlanDetail accept(@PathVariable UUID id) {
        plans.accept(new JourneyId(id));
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/changes")
    @Operation(summary = "The candidate wants something else, and says what")
    PlanDetail change(@PathVariable UUID id, @Valid @RequestBody ChangesWish wish) {
        plans.wantChanges(new JourneyId(id), wish.changes());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/actions/{action}/quotes")
    @Operation(summary = "Adds a quote to a paid training")
    PlanDetail quote(@PathVariable UUID id, @PathVariable UUID action, @Valid @RequestBody QuoteWish quote) {
        progress.addQuote(
                new JourneyId(id),
                action,
                new TrainingAction.Quote(quote.provider().strip(), quote.amount(), quote.quotedOn()));
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/actions/{action}/proofs")
    @Operation(summary = "Notes a proof that was seen")
    PlanDetail prove(@PathVariable UUID id, @PathVariable UUID action, @Valid @RequestBody ProofOfAction proof) {
        progress.addProof(new JourneyId(id), action, proof.what(), proof.datedOn());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/actions/{action}/waiver")
    @Operation(summary = "Fewer quotes than asked for are enough, for a reason that stays")
    PlanDetail waive(@PathVariable UUID id, @PathVariable UUID action, @Valid @RequestBody WaiverWish waiver) {
        progress.waiveQuotes(new JourneyId(id), action, waiver.why());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/actions/{action}/state")
    @Operation(summary = "Moves an action on; the last one settled opens the next attempt")
    PlanDetail move(@PathVariable UUID id, @PathVariable UUID action, @Valid @RequestBody StateWish wish) {
        progress.move(new JourneyId(id), action, wish.to());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/plan/readiness")
    @Operation(summary = "The candidate is ready as things stand: the next attempt opens")
    PlanDetail ready(@PathVariable UUID id) {
        progress.declareReady(new JourneyId(id));
        return read(id);
    }
}
