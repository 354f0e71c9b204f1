package fr.acquis.worklist;

import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answered by the room that knows whom a new task of the case is asked of: the case's adviser, the person in a seat. */
public interface TaskAssignment {

    /** Empty when this room does not say. */
    Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject);

    /**
     * @param holder null when whoever is of the audience may take it
     * @param group who of the audience may take it, see {@link TaskGroups}; null for all
     */
    record To(
            Role audience,
            @Nullable PersonId holder,
            @Nullable UUID group) {

        public To(Role audience, @Nullable PersonId holder) {
            this(audience, holder, null);
        }
    }
}
