package fr.acquis.evidence;

import java.util.Locale;

/** What a document may say about a piece of experience. */
public enum FactKind {
    EMPLOYER,
    /** Fourteen digits; private employers and many associations have none. */
    SIRET,
    ROLE,
    /** A {@link Span}. */
    PERIOD,
    /** {@link WorkedHours}. */
    HOURS,
    /** Neither nom de naissance nor nom d'usage is read in the document: a question, not an error. */
    NAME;

    public String messageKey() {
        return "evidence.fact." + name().toLowerCase(Locale.ROOT);
    }
}
