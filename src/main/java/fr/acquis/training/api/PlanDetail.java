package fr.acquis.training.api;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.platform.api.Moments;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one attempt.
 *
 * @param missing codes of the blocs to obtain
 * @param reviewOn when a person looks again; nothing closes by itself
 * @param quotesAsked how many quotes the règlement asks for a paid training
 */
record PlanDetail(
        UUID journey,
        int attempt,
        List<String> missing,
        @Nullable String advice,
        @Nullable LocalDate reviewOn,
        @Nullable OffsetDateTime proposedAt,
        @Nullable String changesWanted,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime doneAt,
        int quotesAsked,
        List<PlannedAction> actions) {

    static PlanDetail of(TrainingPlan plan, int quotesAsked) {
        return new PlanDetail(
                plan.journey().value(),
                plan.attempt(),
                codes(plan.missing()),
                plan.advice(),
                plan.reviewOn(),
                Moments.of(plan.proposedAt()),
                plan.changesWanted(),
                Moments.of(plan.acceptedAt()),
                Moments.of(plan.doneAt()),
                quotesAsked,
                plan.actions().stream().map(PlannedAction::of).toList());
    }

    private static List<String> codes(List<SkillBlockCode> blocks) {
        return blocks.stream().map(SkillBlockCode::value).toList();
    }

    /** @param waiver why fewer quotes than asked for are enough */
    record PlannedAction(
            UUID id,
            TrainingAction.Kind kind,
            List<String> blocks,
            String title,
            @Nullable String provider,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Integer hours,
            @Nullable BigDecimal cost,
            TrainingAction.@Nullable Funding funding,
            TrainingAction.State state,
            @Nullable String waiver,
            @Nullable LocalDate endedOn,
            List<TrainingAction.Quote> quotes,
            List<SeenProof> proofs) {

        static PlannedAction of(TrainingAction action) {
            return new PlannedAction(
                    action.id(),
                    action.kind(),
                    codes(action.blocks()),
                    action.title(),
                    action.provider(),
                    action.startsOn(),
                    action.endsOn(),
                    action.hours(),
                    action.cost(),
                    action.funding(),
                    action.state(),
                    action.waiver(),
                    action.endedOn(),
                    action.quotes(),
                    action.proofs().stream()
                            .map(proof -> new SeenProof(proof.what(), proof.datedOn(), Moments.of(proof.seenAt())))
                            .toList());
        }
    }

    record SeenProof(String what, LocalDate datedOn, OffsetDateTime seenAt) {}
}
