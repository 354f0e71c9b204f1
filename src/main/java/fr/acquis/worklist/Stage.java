package fr.acquis.worklist;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where on the way a task belongs; what {@code stage=} says in an address. */
public enum Stage {
    ADMISSIBILITY,
    SUPPORT,
    VALIDATION_FILE,
    JURY,
    TRAINING_PLAN,
    AWARD,
    /** Alerts of the managers. */
    ALERT;

    public Set<TaskKind> kinds() {
        return Arrays.stream(TaskKind.values())
                .filter(kind -> kind.stage() == this)
                .collect(Collectors.toUnmodifiableSet());
    }

    public String messageKey() {
        return "worklist.stage." + name();
    }
}
