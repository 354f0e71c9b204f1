package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.store.Outbox;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a journey's process what happened. Every method appends to the outbox in the caller's transaction: the engine hears
 * of it after the commit, in the order of the appends, once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    /** Starts the process of a journey. */
    public static final String JOURNEY_OPENED = "journey-opened";

    private final Outbox outbox;

    Processes(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Opens the journey's process; a second call for the same journey is recognised and changes nothing.
     *
     * @param routing what the message {@code journey-opened} carries, {@code journeyId} added here
     */
    public void open(JourneyId journey, Map<String, Object> routing) {
        RoutingFacts facts = RoutingFacts.of(routing).with("journeyId", journey.toString());
        outbox.append(
                journey, new EngineCommand.Publish(JOURNEY_OPENED, journey.toString(), journey.toString(), facts));
    }

    /**
     * Sends a message to the waiting process of the journey.
     *
     * @param correlationKey what the model's event waits for: the journey's id, or a key one of our workers set
     */
    public void message(JourneyId journey, String messageName, String correlationKey, Map<String, Object> routing) {
        outbox.append(journey, new EngineCommand.Publish(messageName, correlationKey, null, RoutingFacts.of(routing)));
    }
}
