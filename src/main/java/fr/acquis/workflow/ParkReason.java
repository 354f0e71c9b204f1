package fr.acquis.workflow;

/** Why the outbox stopped trying a command; each has its words under {@code workflow.parked.reason.<name>}. */
public enum ParkReason {
    /** The engine cannot make sense of it. */
    INVALID,
    /** Our account may not do this. */
    FORBIDDEN,
    /** More data than the engine takes. */
    TOO_LARGE,
    /** This engine does not know such a command. */
    NOT_SUPPORTED,
    /** A listener of the task said no. */
    DENIED,
    /** The task stayed in another state for too long. */
    WRONG_STATE,
    /** The same message could no longer be told from its repetition. */
    RETRY_WINDOW_PASSED,
    /** An answer our table does not know. */
    UNKNOWN_ANSWER
}
