package fr.acquis.training.work;

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

/** A plan is written and followed by the case's adviser where it has one, else by an agent. */
@Component
class TrainingTasks implements TaskAssignment, TaskPage {

    private final CaseMembers members;

    TrainingTasks(CaseMembers members) {
        this.members = members;
    }

    @Override
    public Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject) {
        if (kind != TaskKind.COMPLETE_PLAN && kind != TaskKind.FOLLOW_PLAN) {
            return Optional.empty();
        }
        return members.of(journey.id(), Role.ADVISER).stream()
                .findFirst()
                .map(adviser -> new To(Role.ADVISER, adviser));
    }

    @Override
    public Optional<String> path(Task task) {
        String plan = "/journeys/" + task.journey() + "/plan";
        return switch (task.kind()) {
            case ACCEPT_PLAN -> Optional.of(plan);
            case FOLLOW_PLAN -> Optional.of(plan + "/follow-up");
            default -> Optional.empty();
        };
    }
}
