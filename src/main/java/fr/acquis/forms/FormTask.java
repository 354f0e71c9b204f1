package fr.acquis.forms;

import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.util.Map;
import java.util.Optional;

/**
 * A task answered by a form of {@code forms/}, written by the room that owns the task. The form is named after the task's
 * element.
 */
public interface FormTask {

    TaskKind kind();

    /**
     * What the form opens with, by the keys of its fields, and the lists its {@code valuesKey} name: each a list of maps with
     * {@code label} and {@code value}. Readers may be shown it, so nothing they may not see.
     */
    Map<String, Object> initial(Task task);

    /** What the reader should know before answering, already in words: the wish of somebody, an earlier answer. */
    default Optional<String> note(Task task) {
        return Optional.empty();
    }

    /**
     * Keeps the answer and submits the task, in the caller's transaction. The data passed the form's own rules: what its
     * conditions hide is absent, dates are ISO-8601 text, numbers are {@link java.math.BigDecimal}, lists are lists.
     *
     * @throws RefusedAnswer what the form alone cannot know, said beside a field
     */
    void submit(Task task, Map<String, Object> data);
}
