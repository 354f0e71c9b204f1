package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.List;

/**
 * The worklist's rows as the sweep needs them; implemented by the room that owns them. The sweep compares them with the
 * engine's active tasks and calls for what differs; each call runs in a transaction of the implementor's own.
 */
public interface OpenTasks {

    /** Rows that are neither done nor cancelled, by growing task key, those after the given key. */
    List<OpenTask> page(long afterTaskKey, int size);

    /** The engine has this task open and no row was ever made for it. Insert if absent. */
    void open(JourneyId journey, UserTask task);

    /** The engine closed this task and the row did not hear of it. Nothing happens to a row that is final. */
    void close(long taskKey, Ending ending);

    enum Ending {
        COMPLETED,
        CANCELLED
    }

    /** @param submitted a person has done it, and the engine has not confirmed yet */
    record OpenTask(long taskKey, JourneyId journey, boolean submitted, Instant since) {}
}
