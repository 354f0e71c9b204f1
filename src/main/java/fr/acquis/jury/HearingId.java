package fr.acquis.jury;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record HearingId(UUID value) implements Serializable {

    public static HearingId create() {
        return new HearingId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
