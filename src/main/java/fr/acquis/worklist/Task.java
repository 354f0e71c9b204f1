package fr.acquis.worklist;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the worklist.
 *
 * @param key the engine's task, null for an alert
 * @param due when it should be done
 */
public record Task(
        TaskId id,
        @Nullable Long key,
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        TaskKind kind,
        @Nullable PersonId holder,
        TaskState state,
        Instant due,
        Instant createdAt,
        @Nullable String context) {}
