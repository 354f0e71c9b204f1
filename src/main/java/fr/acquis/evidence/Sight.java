package fr.acquis.evidence;

/** As what a person looks at a piece; decides what of it they see and whose notes they read. */
public enum Sight {
    /** The candidate whose piece it is. */
    OWNER,
    /** Agents and managers of the certifying body. */
    BODY,
    /** A juror to whom the piece was handed with livret 2. */
    PANEL,
    /** The adviser with whom the candidate shares their livret. */
    SUPPORT,
    /** The CPNE, which reads what was deposited. */
    BRANCH;

    /** Whether the file itself is open to them, with the numbers that are covered on its pages. */
    public boolean opensOriginal() {
        return this == OWNER || this == BODY;
    }

    public String messageKey() {
        return "evidence.sight." + name();
    }
}
