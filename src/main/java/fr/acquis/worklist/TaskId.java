package fr.acquis.worklist;

import fr.acquis.shared.TimeOrderedUuid;
import java.util.UUID;

public record TaskId(UUID value) {

    public static TaskId create() {
        return new TaskId(TimeOrderedUuid.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
