package fr.acquis.award.web;

import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the tasks of this room are done. The CPNE sees no case: its page says what it needs of each. */
@Component
class AwardTaskPages implements TaskPage {

    @Override
    public Optional<String> path(Task task) {
        return Optional.ofNullable(
                switch (task.kind()) {
                    case TaskKind.DELIVER_CERTIFICATE -> "/deliveries";
                    case TaskKind.CHOOSE_NEXT -> "/journeys/" + task.journey() + "/next";
                    case TaskKind.EXAMINE_APPEAL -> "/journeys/" + task.journey() + "/appeal";
                    default -> null;
                });
    }
}
