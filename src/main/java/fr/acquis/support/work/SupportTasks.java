package fr.acquis.support.work;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.support.Support;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.Supports;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskGroups;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A session is asked of the case's adviser, a name of those of the body chosen; the choice and a transfer have their pages. */
@Component
class SupportTasks implements TaskAssignment, TaskPage, TaskGroups {

    private final Supports supports;
    private final SupportBodies bodies;

    SupportTasks(Supports supports, SupportBodies bodies) {
        this.supports = supports;
        this.bodies = bodies;
    }

    @Override
    public Set<UUID> of(SignedIn person) {
        return person.certifyingBody() == null
                ? Set.of()
                : bodies.of(person.certifyingBody(), person.id())
                        .map(body -> Set.of(body.id()))
                        .orElse(Set.of());
    }

    @Override
    public Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject) {
        return switch (kind) {
            case HOLD_SUPPORT_SESSION ->
                supports.of(journey.id())
                        .filter(support -> support.adviser() != null)
                        .map(support -> new To(Role.ADVISER, support.adviser(), null, support.nextSessionAt()));
            case ASSIGN_ADVISER ->
                supports.of(journey.id()).map(Support::body).map(body -> new To(Role.ADVISER, null, body));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> path(Task task) {
        String base = "/journeys/" + task.journey() + "/support";
        return switch (task.kind()) {
            case CHOOSE_SUPPORT -> Optional.of(base);
            case TRANSFER_ASKED -> Optional.of(base + "/transfer");
            default -> Optional.empty();
        };
    }
}
