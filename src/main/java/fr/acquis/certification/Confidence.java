package fr.acquis.certification;

/** How sure the source of a rule is. */
public enum Confidence {
    /** A code's article or an official page. */
    HIGH,
    /** A reputable secondary source, an accord de branche. */
    MEDIUM,
    /** Practice, or a single source. */
    LOW
}
