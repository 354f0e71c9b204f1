package fr.acquis.worklist;

/** Moves forward only: OPEN → SUBMITTED → DONE, or CANCELLED. */
public enum TaskState {
    /** Somebody is asked. */
    OPEN,
    /** Somebody answered; the engine is being told. */
    SUBMITTED,
    /** The engine knows. */
    DONE,
    /** No longer asked. */
    CANCELLED
}
