package fr.acquis.certification;

/** How a jury meets a candidate. */
public enum JuryMode {
    ENTRETIEN,
    /** The candidate is not called. */
    SUR_DOSSIER,
    BOTH
}
