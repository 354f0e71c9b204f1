package fr.acquis.insight;

import java.util.Arrays;
import java.util.Optional;

/** The processes a case goes through, in the order a reader meets them. */
public enum Stage {
    ADMISSIBILITY("admissibility"),
    SUPPORT("support"),
    VALIDATION_FILE("validation-file"),
    JURY("jury"),
    TRAINING_PLAN("training-plan"),
    /** Steps of the whole way that belong to none of the others: delivery, what comes next, appeals. */
    JOURNEY("journey");

    private final String process;

    Stage(String process) {
        this.process = process;
    }

    public String process() {
        return process;
    }

    public String messageKey() {
        return "insight.stage." + name();
    }

    public static Optional<Stage> of(String process) {
        return Arrays.stream(values())
                .filter(stage -> stage.process.equals(process))
                .findFirst();
    }
}
