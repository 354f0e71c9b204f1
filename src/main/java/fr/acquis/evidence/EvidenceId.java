package fr.acquis.evidence;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record EvidenceId(UUID value) implements Serializable {

    public static EvidenceId create() {
        return new EvidenceId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
