package fr.acquis.support.work;

import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.support.Support;
import fr.acquis.support.Supports;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A session is asked of the case's adviser; the choice has its page. */
@Component
class SupportTasks implements TaskAssignment, TaskPage {

    private final Supports supports;

    SupportTasks(Supports supports) {
        this.supports = supports;
    }

    @Override
    public Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject) {
        return kind == TaskKind.HOLD_SUPPORT_SESSION
                ? supports.of(journey.id()).map(Support::adviser).map(adviser -> new To(Role.ADVISER, adviser))
                : Optional.empty();
    }

    @Override
    public Optional<String> path(Task task) {
        return task.kind() == TaskKind.CHOOSE_SUPPORT
                ? Optional.of("/journeys/" + task.journey() + "/support")
                : Optional.empty();
    }
}
