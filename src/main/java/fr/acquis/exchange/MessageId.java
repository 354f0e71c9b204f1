package fr.acquis.exchange;

import fr.acquis.shared.TimeOrderedUuid;
import java.util.UUID;

/** Ids follow the order of writing. */
public record MessageId(UUID value) {

    public static MessageId create() {
        return new MessageId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
