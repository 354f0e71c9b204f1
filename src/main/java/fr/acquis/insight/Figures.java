package fr.acquis.insight;

import java.util.Map;

/**
 * The numbers of now.
 *
 * @param steps by {@link fr.acquis.workflow.ModelStep#key()}
 * @param lateByLaw cases past a date of the law, by law
 * @param dueSoon cases near one, by law
 * @param blocked cases stopped until a person looks, on whatever step
 */
public record Figures(
        long inProgress,
        Map<String, StepFigures> steps,
        Map<Law, Long> lateByLaw,
        Map<Law, Long> dueSoon,
        long blocked) {

    public StepFigures step(String key) {
        return steps.getOrDefault(key, StepFigures.NONE);
    }

    /** Everything that stands on a step of the process. */
    public StepFigures stage(Stage stage) {
        return steps.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(stage.process() + "/"))
                .map(Map.Entry::getValue)
                .reduce(StepFigures.NONE, StepFigures::and);
    }

    public long late() {
        return total(lateByLaw);
    }

    public long soon() {
        return total(dueSoon);
    }

    private static long total(Map<Law, Long> byLaw) {
        return byLaw.values().stream().mapToLong(Long::longValue).sum();
    }
}
