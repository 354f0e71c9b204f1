package fr.acquis.journey;

/** Why a case is over. */
public enum Ending {
    /** All blocs held, the certificate delivered. */
    CERTIFIED,
    /** The candidate stops here and keeps the blocs obtained. */
    STOPPED,
    /** Not recevable, and the time for an appeal is over. */
    REFUSED,
    /** The appeal was examined and dismissed. */
    APPEAL_DISMISSED,
    ABANDONED,
    /** Closed by the certifying body, with reasons. */
    CLOSED
}
