package fr.acquis.identity;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record TokenId(UUID value) implements Serializable {

    public static TokenId create() {
        return new TokenId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
