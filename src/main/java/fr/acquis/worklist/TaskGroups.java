package fr.acquis.worklist;

import fr.acquis.identity.SignedIn;
import java.util.Set;
import java.util.UUID;

/**
 * Answered by a room that asks a task of some of its audience only, for instance of the advisers of the support body chosen:
 * the task's subject is their group.
 */
public interface TaskGroups {

    /** Those the person is of, within the body they are signed in for. */
    Set<UUID> of(SignedIn person);
}
