package fr.acquis.devservices.demonstration;

import fr.acquis.worklist.TaskKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does in a journey.
 *
 * @param asked the task it answers, waited for; null for what nobody asks
 */
record Deed(@Nullable TaskKind asked, Consumer<Stage> act) {

    static Deed unasked(Consumer<Stage> act) {
        return new Deed(null, act);
    }

    static Deed asked(TaskKind kind, Consumer<Stage> act) {
        return new Deed(kind, act);
    }
}
