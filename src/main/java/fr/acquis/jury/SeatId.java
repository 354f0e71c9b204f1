package fr.acquis.jury;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record SeatId(UUID value) implements Serializable {

    public static SeatId create() {
        return new SeatId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
