package fr.acquis.evidence;

import java.util.Locale;

/** The machine proposes; a person answers. */
public enum FactState {
    PROPOSED,
    CONFIRMED,
    /** A person wrote another value than the one read. */
    CORRECTED,
    REJECTED;

    /** Whether a person stands behind the value. */
    public boolean holds() {
        return this == CONFIRMED || this == CORRECTED;
    }

    public String messageKey() {
        return "evidence.fact-state." + name().toLowerCase(Locale.ROOT);
    }
}
