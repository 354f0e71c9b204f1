package fr.acquis.evidence;

import java.util.EnumMap;
import java.util.Map;

/** What a person answers to a line: the values that are right, by kind; a kind left out is not said by the document. */
public record LineAnswer(Map<FactKind, String> values, int page) {

    public LineAnswer {
        Map<FactKind, String> kept = new EnumMap<>(FactKind.class);
        values.forEach((kind, value) -> {
            if (!value.isBlank()) {
                kept.put(kind, value.strip());
            }
        });
        values = Map.copyOf(kept);
    }

    boolean hasPeriod() {
        return values.containsKey(FactKind.PERIOD);
    }
}
