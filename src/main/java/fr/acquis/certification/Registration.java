package fr.acquis.certification;

/** Where a certification is registered. Only the first opens VAE (code du travail, art. L6411-1, L6412-1). */
public enum Registration {
    /** Répertoire national des certifications professionnelles. */
    RNCP,
    /** Répertoire spécifique. */
    RS,
    /** Sent to France compétences, registered nowhere. */
    TRANSMIS,
    AUCUN
}
