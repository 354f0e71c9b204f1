package fr.acquis.shared;

import java.io.Serializable;
import java.util.UUID;

public record JourneyId(UUID value) implements Serializable {

    public static JourneyId create() {
        return new JourneyId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static JourneyId of(String text) {
        return new JourneyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
