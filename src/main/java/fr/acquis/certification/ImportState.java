package fr.acquis.certification;

/** Where an import of the register stands. */
public enum ImportState {
    /** The file is being read. */
    READING,
    /** What was read is being compared with the catalogue. */
    COMPARING,
    /** The differences wait for a person's decision. */
    COMPARED,
    APPLYING,
    APPLIED,
    /** The file says nothing that is not here already. */
    UNCHANGED,
    CANCELLED,
    /** The file could not be used. */
    BROKEN,
    /** The process at work stopped. */
    INTERRUPTED;

    public boolean working() {
        return this == READING || this == COMPARING || this == APPLYING;
    }

    /** It holds the one place: no other may begin. */
    public boolean open() {
        return working() || this == COMPARED;
    }
}
