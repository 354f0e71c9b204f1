package fr.acquis.certification;

/** Which text the VAE of a certification follows (NOTA under code du travail, art. R6412-1). */
public enum Regime {
    /** The candidate files on the State's portal; here it is said, linked and imported, never the legal filing. */
    FRANCE_VAE,
    /** The certifier receives the request itself, by the former articles of the code de l'éducation. */
    HORS_PORTAIL
}
