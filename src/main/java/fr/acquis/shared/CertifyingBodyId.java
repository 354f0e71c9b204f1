package fr.acquis.shared;

import java.io.Serializable;
import java.util.UUID;

public record CertifyingBodyId(UUID value) implements Serializable {

    public static CertifyingBodyId create() {
        return new CertifyingBodyId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static CertifyingBodyId of(String text) {
        return new CertifyingBodyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
