package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People of a certifying body who share a queue.
 *
 * @param referent whom one asks; null when nobody is named
 */
public record Team(
        UUID id,
        CertifyingBodyId certifyingBody,
        String name,
        @Nullable PersonId referent) {}
