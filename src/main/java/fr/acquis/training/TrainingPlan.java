package fr.acquis.training;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one attempt.
 *
 * @param attempt the attempt that left blocs missing
 * @param missing blocs to obtain
 * @param reviewOn date de relance: a person looks again, nothing closes by itself
 * @param changesWanted what the candidate asked to change, the last time
 */
public record TrainingPlan(
        JourneyId journey,
        int attempt,
        List<SkillBlockCode> missing,
        @Nullable String advice,
        @Nullable LocalDate reviewOn,
        @Nullable Instant proposedAt,
        @Nullable String changesWanted,
        @Nullable Instant acceptedAt,
        @Nullable Instant doneAt,
        List<TrainingAction> actions) {

    public TrainingPlan {
        missing = List.copyOf(missing);
        actions = List.copyOf(actions);
    }

    /** What the plan-ready message is addressed to. */
    public String key() {
        return journey + ":" + attempt + ":plan";
    }

    public boolean underWay() {
        return acceptedAt != null && doneAt == null;
    }

    /** Nothing is left to do, and something was done. */
    public boolean allSettled() {
        return actions.stream().allMatch(TrainingAction::settled)
                && actions.stream().anyMatch(action -> action.state() == TrainingAction.State.DONE);
    }
}
