package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;

/**
 * Told, in the same transaction, when a command of a journey stops for good and when it goes on; the worklist opens and
 * closes a manager's task for it.
 */
public interface AlertSink {

    /**
     * @param commandNumber the command's number within its journey
     * @param reason why, as the end of a message key {@code workflow.parked.reason.<reason>}
     */
    void commandParked(JourneyId journey, long commandNumber, ParkReason reason);

    /** A manager skipped it, or it was replayed and the engine took it. */
    void commandSettled(JourneyId journey, long commandNumber);
}
