package fr.acquis.shared;

import java.io.Serializable;
import java.util.UUID;

public record PersonId(UUID value) implements Serializable {

    public static PersonId create() {
        return new PersonId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
