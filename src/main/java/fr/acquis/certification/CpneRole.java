package fr.acquis.certification;

/** What the CPNE does with a jury's result (code du travail, art. L6412-3; accords de branche). */
public enum CpneRole {
    /** Delivers, or returns to the jury for a reasoned irregularity; never less favourable. */
    CONSTATE,
    /** Decides itself, where the accord says so. */
    DECIDE
}
