package fr.acquis.worklist;

import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answered by the room that knows whom a new task of the case is asked of, and by when: the case's adviser, the person in a seat. */
public interface TaskAssignment {

    /** Empty when this room does not say. */
    Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject);

    /**
     * @param holder null when whoever is of the audience may take it
     * @param group who of the audience may take it, see {@link TaskGroups}; null for all
     * @param due by when, where the room has moved the date since the engine was told; null for the engine's
     */
    record To(
            Role audience,
            @Nullable PersonId holder,
            @Nullable UUID group,
            @Nullable Instant due) {

        public To(Role audience, @Nullable PersonId holder, @Nullable UUID group) {
            this(audience, holder, group, null);
        }

        public To(Role audience, @Nullable PersonId holder) {
            this(audience, holder, null);
        }
    }
}
