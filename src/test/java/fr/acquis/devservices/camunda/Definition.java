package fr.acquis.devservices.camunda;

import java.util.Optional;
import java.util.function.Function;

/**
 * A deployed process.
 *
 * @param id the BPMN process id
 * @param xml as it was deployed
 * @param nameOf the name of an element of it, by the element's id
 */
public record Definition(String id, String xml, Function<String, Optional<String>> nameOf, Optional<String> tag) {

    /** The process' own name, or its id where it has none. */
    public String name() {
        return nameOf.apply(id).orElse(id);
    }
}
