package fr.acquis.certification;

/** What an import would do with a fiche. */
public enum ChangeKind {
    /** Not here yet. */
    ADDED,
    /** Here by the register alone, and it says otherwise now. */
    CHANGED,
    /** Its registration has ended, or it was withdrawn, since it was last read. */
    ENDED,
    /** A newer fiche replaces it. */
    REPLACED,
    /** A body here runs it: its row, standard and règlement stay, what the register says now is kept beside and told. */
    INFORMED
}
