package fr.acquis.journey;

/** Why a case is over. */
public enum Ending {
    REFUSED,
    ABANDONED,
    CLOSED
}
