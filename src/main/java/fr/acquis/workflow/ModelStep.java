package fr.acquis.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A place on the drawing of a process where a case can stand.
 *
 * @param element the element's id in the model, stable
 * @param jobType what a machine's step asks for; null for others
 * @param message what brings a case here or on from here; null where none does
 * @param calls the process a step stands for; null for others
 */
public record ModelStep(
        String process,
        String element,
        Nature nature,
        @Nullable String jobType,
        @Nullable String message,
        @Nullable String calls) {

    public enum Nature {
        /** Asked of somebody. */
        PERSON,
        /** Done by the application. */
        MACHINE,
        /** A date or an event is waited for. */
        EVENT,
        /** A process of its own. */
        CALL
    }

    /** Unique over all models. */
    public String key() {
        return process + "/" + element;
    }
}
