package fr.acquis.certification;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record CertificationId(UUID value) implements Serializable {

    public static CertificationId create() {
        return new CertificationId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static CertificationId of(String text) {
        return new CertificationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
