package fr.acquis.insight;

import fr.acquis.insight.Passage.State;
import fr.acquis.journey.Journey;
import fr.acquis.workflow.ModelStep;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way of one case through the processes.
 *
 * @param passages in the order they began
 */
public record CaseMap(Journey journey, List<Passage> passages, Sight sight) {

    /** Steps only a request that was not plainly accepted comes to. */
    private static final Set<String> TELL_THE_DECISION = Set.of(
            "journey/await-appeal",
            "journey/refusal-appealed",
            "journey/appeal-time-over",
            "journey/new-decision-due",
            "journey/examine-appeal",
            "admissibility/take-tacit-decision");

    /** Steps that follow one result of the jury and not another. */
    private static final Set<String> TELL_THE_RESULT = Set.of(
            "journey/issue-certificate",
            "journey/issue-block-attestations",
            "journey/deliver-certificate",
            "journey/choose-next",
            "journey/result-appealed",
            "journey/examine-appeal",
            "journey/new-jury-due",
            "journey/prepare-new-hearing",
            "journey/training-plan");

    /** What the reader may know; steps that would say more are left out. */
    public record Sight(boolean decision, boolean result) {

        public boolean isWhole() {
            return decision && result;
        }

        public boolean shows(Stage stage) {
            return result || stage != Stage.TRAINING_PLAN;
        }

        public boolean shows(ModelStep step) {
            return (decision || !TELL_THE_DECISION.contains(step.key()))
                    && (result || !TELL_THE_RESULT.contains(step.key()))
                    && Stage.of(step.process()).filter(this::shows).isPresent();
        }
    }

    public List<Passage> of(Stage stage) {
        return passages.stream()
                .filter(passage -> passage.step().process().equals(stage.process()))
                .toList();
    }

    /** How many places of that process the case stands at now. */
    public long standing(Stage stage) {
        return of(stage).stream().filter(Passage::stands).count();
    }

    /** What a process says of the case as a whole; empty while it was never there. */
    public Optional<State> state(Stage stage) {
        return of(stage).stream().map(Passage::state).max(Comparator.naturalOrder());
    }

    /** Where a reader looks first: the part of the way the case stands in, the whole way where that is none. */
    public Stage first() {
        return passages.stream()
                .filter(Passage::stands)
                .max(Comparator.comparing(Passage::state))
                .flatMap(passage -> Stage.of(passage.step().process()))
                .orElse(Stage.JOURNEY);
    }
}
