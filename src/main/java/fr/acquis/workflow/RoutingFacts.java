package fr.acquis.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may enter a process: ids, codes, numbers, flags and ISO-8601 instants as text. Refuses null, which a model's
 * expression would stumble over months later, and anything too long to be a routing fact.
 */
public record RoutingFacts(SortedMap<String, Object> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHARACTERS = 16_000;

    public RoutingFacts {
        values.forEach(RoutingFacts::requireFact);
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** @throws IllegalArgumentException naming the value that is no routing fact */
    public static RoutingFacts of(Map<String, ?> values) {
        RoutingFacts facts = new RoutingFacts(new TreeMap<>(values));
        if (facts.json().length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("routing facts of %d characters: at most %d"
                    .formatted(facts.json().length(), MOST_CHARACTERS));
        }
        return facts;
    }

    public static RoutingFacts parse(String json) {
        return new RoutingFacts(JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {}));
    }

    public RoutingFacts with(String name, Object value) {
        TreeMap<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return of(more);
    }

    public String json() {
        return JSON.writeValueAsString(values);
    }

    private static void requireFact(String name, @Nullable Object value) {
        switch (value) {
            case null -> throw new IllegalArgumentException("routing fact %s is null".formatted(name));
            case String text -> {}
            case Number number -> {}
            case Boolean flag -> {}
            case Collection<?> several -> several.forEach(one -> requireFact(name, one));
            case Map<?, ?> nested -> nested.forEach((key, one) -> requireFact(name + "." + key, one));
            default ->
                throw new IllegalArgumentException(
                        "routing fact %s is a %s: give text, numbers, flags, or ISO-8601 text for an instant"
                                .formatted(name, value.getClass().getName()));
        }
    }
}
