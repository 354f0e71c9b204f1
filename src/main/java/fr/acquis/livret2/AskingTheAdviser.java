package fr.acquis.livret2;

import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A review is asked of the case's adviser, and each task of livret 2 opens on its page. */
@Component
class AskingTheAdviser implements TaskAssignment, TaskPage {

    private final CaseMembers members;

    AskingTheAdviser(CaseMembers members) {
        this.members = members;
    }

    @Override
    public Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject) {
        if (kind != TaskKind.REVIEW_LIVRET2) {
            return Optional.empty();
        }
        return members.of(journey.id(), Role.ADVISER).reversed().stream()
                .findFirst()
                .map(adviser -> new To(Role.ADVISER, adviser));
    }

    @Override
    public Optional<String> path(Task task) {
        return switch (task.kind()) {
            case REVIEW_LIVRET2 -> Optional.of("/journeys/" + task.journey() + "/livret2/review");
            case WRITE_LIVRET2, COMPLETE_LIVRET2 -> Optional.of("/journeys/" + task.journey());
            default -> Optional.empty();
        };
    }
}
