package fr.acquis.jury.web;

import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a juror does what is asked; an agent plans from the page of the case. */
@Component
class JuryTaskPages implements TaskPage {

    @Override
    public Optional<String> path(Task task) {
        return switch (task.kind()) {
            case EVALUATE, DELIBERATE -> Optional.of("/journeys/" + task.journey() + "/hearing");
            case ASSESS_AT_WORK -> Optional.of("/journeys/" + task.journey() + "/workplace-assessment");
            default -> Optional.empty();
        };
    }
}
