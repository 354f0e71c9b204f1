package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import java.util.Map;
import java.util.Optional;

/**
 * A job of the engine, in our words.
 *
 * @param key stays the same when the job is delivered again
 * @param retries tries left, this one included
 * @param variables what the process knows at this place
 * @param headers fixed by the model
 * @param task the user task a listener's job is about; empty for any other job
 */
public record Job(
        long key,
        String type,
        JourneyId journey,
        String elementId,
        String processId,
        long processInstanceKey,
        int retries,
        Map<String, Object> variables,
        Map<String, String> headers,
        Optional<UserTask> task) {

    /** @throws IllegalArgumentException when the process has no such variable or it is no text */
    public String text(String variable) {
        return value(variable, String.class);
    }

    /** @throws IllegalArgumentException when the process has no such variable or it is no number */
    public int number(String variable) {
        return value(variable, Number.class).intValue();
    }

    private <T> T value(String variable, Class<T> type) {
        Object value = variables.get(variable);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("job %s of %s: variable %s is %s"
                    .formatted(
                            this.type,
                            elementId,
                            variable,
                            value == null ? "absent" : "a " + value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }
}
