package fr.acquis.forms.schema;

import java.util.List;

/**
 * What is wrong with one answer.
 *
 * @param path the field's key; inside a repeated group {@code actions[0].endsOn}
 * @param id the component's id in the file
 * @param indexes which of the repeated groups, from the outside in
 * @param label what the reader calls the field
 */
public record FieldError(
        String path, String id, List<Integer> indexes, String label, String messageKey, List<Object> arguments) {

    public FieldError {
        indexes = List.copyOf(indexes);
        arguments = List.copyOf(arguments);
    }

    public Object[] values() {
        return arguments.toArray();
    }
}
