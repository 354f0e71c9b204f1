package fr.acquis.insight;

/** How a case stands on a step. */
public enum Condition {
    /** Somebody is asked. */
    ASKED,
    /** A date or an event is waited for. */
    WAITS,
    /** The application is at work, or is telling the engine what was answered. */
    MACHINE,
    /** Nothing moves until a person looks. */
    BLOCKED;

    public String messageKey() {
        return "insight.condition." + name();
    }
}
