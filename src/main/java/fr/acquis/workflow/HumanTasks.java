package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.store.Outbox;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the engine that a person has done a task. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class HumanTasks {

    private final Outbox outbox;

    HumanTasks(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Appends the completion to the outbox, in the caller's transaction. Whether the person may, and whether the task is
     * still to be done, the caller has settled on its own rows.
     *
     * @param routing the facts the model's README lists for this task, and no others
     */
    public void complete(JourneyId journey, long taskKey, Map<String, Object> routing) {
        outbox.append(journey, new EngineCommand.CompleteTask(taskKey, RoutingFacts.of(routing)));
    }
}
