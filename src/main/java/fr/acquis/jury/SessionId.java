package fr.acquis.jury;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record SessionId(UUID value) implements Serializable {

    public static SessionId create() {
        return new SessionId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
