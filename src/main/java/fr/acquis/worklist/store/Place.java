package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.worklist.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands among queues and people: all that counting and telling need of it.
 *
 * @param queue a team, or the certifying body itself
 */
record Place(
        UUID task,
        UUID journey,
        UUID body,
        UUID queue,
        Role audience,
        @Nullable UUID holder,
        boolean open) {

    static final String COLUMNS = "id, journey_id, certifying_body_id, queue_id, audience, holder_id, state";

    static Place read(ResultSet row, int n) throws SQLException {
        return new Place(
                row.getObject("id", UUID.class),
                row.getObject("journey_id", UUID.class),
                row.getObject("certifying_body_id", UUID.class),
                row.getObject("queue_id", UUID.class),
                Role.valueOf(row.getString("audience")),
                row.getObject("holder_id", UUID.class),
                row.getString("state").equals(TaskState.OPEN.name()));
    }

    Place heldBy(@Nullable UUID person) {
        return new Place(task, journey, body, queue, audience, person, open);
    }

    Place closed() {
        return new Place(task, journey, body, queue, audience, holder, false);
    }

    Place in(UUID other) {
        return new Place(task, journey, body, other, audience, holder, open);
    }
}
