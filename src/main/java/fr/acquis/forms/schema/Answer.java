package fr.acquis.forms.schema;

import java.util.List;
import java.util.Map;

/**
 * An answer held against its form.
 *
 * @param data what the form asks for and nothing else: what its conditions hide is absent
 */
public record Answer(Map<String, Object> data, List<FieldError> errors) {

    public boolean holds() {
        return errors.isEmpty();
    }
}
