package fr.acquis.exchange;

/** From where somebody writes and reads. */
public enum Side {
    CANDIDATE,
    /** Who accompanies the candidate on this case. */
    ADVISER,
    /** Agents and managers of the certifying body. */
    BODY;

    public boolean readsNotes() {
        return this != CANDIDATE;
    }

    public String messageKey() {
        return "exchange.side." + name();
    }
}
