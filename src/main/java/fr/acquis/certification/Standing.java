package fr.acquis.certification;

/** Which certifications are asked for. */
public enum Standing {
    ALL,
    /** Their registration has not ended, and the register has not withdrawn them. */
    RUNNING,
    ENDED
}
