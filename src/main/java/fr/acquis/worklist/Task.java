package fr.acquis.worklist;

import fr.acquis.identity.Role;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the worklist.
 *
 * @param key the engine's task, null for an alert
 * @param subject what it is about within the case, for instance a seat of the jury
 * @param audience who may take it; most kinds have one of their own
 * @param due when it should be done
 */
public record Task(
        TaskId id,
        @Nullable Long key,
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        TaskKind kind,
        @Nullable UUID subject,
        Role audience,
        @Nullable PersonId holder,
        TaskState state,
        Instant due,
        Instant createdAt,
        @Nullable String context) {

    /** Whether a team stands behind it: a juror's seat is filled by those who plan the session. */
    public boolean returnable() {
        return audience != Role.JUROR;
    }
}
