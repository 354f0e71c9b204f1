package fr.acquis.insight;

import fr.acquis.insight.store.Source.Places;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import fr.acquis.workflow.ProcessModels;
import fr.acquis.worklist.TaskKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of all models, found by what our tables call them. */
@Component
public class Steps {

    /** Events where our tables can tell that a case waits; any other is shown only while something stands there. */
    private static final Set<String> AWAITED =
            Set.of("journey/await-appeal", "jury/await-hearing", "jury/minutes-signed");

    private final ProcessModels models;
    private final Map<String, ModelStep> byKey = new LinkedHashMap<>();
    private final Map<String, ModelStep> byJob = new LinkedHashMap<>();
    private final Map<String, ModelStep> byMessage = new LinkedHashMap<>();
    private final Map<String, ModelStep> byKind = new LinkedHashMap<>();

    Steps(ProcessModels models) {
        this.models = models;
        for (Stage stage : Stage.values()) {
            models.steps(stage.process()).forEach(this::enter);
        }
    }

    private void enter(ModelStep step) {
        byKey.put(step.key(), step);
        if (step.jobType() != null) {
            byJob.putIfAbsent(step.jobType(), step);
        }
        if (step.message() != null) {
            byMessage.putIfAbsent(step.message(), step);
        }
        if (step.nature() == Nature.PERSON) {
            TaskKind.ofElement(step.element()).ifPresent(kind -> byKind.put(kind.name(), step));
        }
    }

    /** From left to right as drawn. */
    public List<ModelStep> of(Stage stage) {
        return models.steps(stage.process());
    }

    public Optional<ModelStep> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Where a task of that kind is asked; empty for an alert. */
    public Optional<ModelStep> of(TaskKind kind) {
        return Optional.ofNullable(byKind.get(kind.name()));
    }

    public static boolean alwaysShown(ModelStep step) {
        return step.nature() != Nature.EVENT || AWAITED.contains(step.key());
    }

    /** Words for it: a person's step is called as on their list. */
    public static String messageKey(ModelStep step) {
        return step.nature() == Nature.PERSON
                ? TaskKind.ofElement(step.element()).orElseThrow().messageKey()
                : "insight.step." + step.process() + "." + step.element();
    }

    /** Kinds of task that are steps of a model; alerts are not. */
    static List<String> kinds() {
        return Arrays.stream(TaskKind.values())
                .filter(kind -> !kind.isAlert())
                .map(Enum::name)
                .toList();
    }

    @Nullable
    ModelStep at(Places places, String place) {
        return switch (places) {
            case KIND -> byKind.get(place);
            case JOB -> byJob.get(place);
            case MESSAGE -> byMessage.get(place);
            case STEP -> byKey.get(place);
            case CASE, LAW -> null;
        };
    }

    /** What our tables call a step; empty when they have no such name for it. */
    Optional<String> place(Places places, ModelStep step) {
        return switch (places) {
            case KIND ->
                step.nature() == Nature.PERSON
                        ? TaskKind.ofElement(step.element()).map(Enum::name)
                        : Optional.empty();
            case JOB -> name(step.jobType(), byJob, step);
            case MESSAGE -> name(step.message(), byMessage, step);
            case STEP -> Optional.of(step.key());
            case CASE, LAW -> Optional.empty();
        };
    }

    /** A name that several steps share belongs to the first of them. */
    private static Optional<String> name(@Nullable String name, Map<String, ModelStep> owners, ModelStep step) {
        return Optional.ofNullable(name).filter(one -> step.equals(owners.get(one)));
    }
}
