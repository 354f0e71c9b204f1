package fr.acquis.worklist;

/** The orders a list can be read in; each has its index. */
public enum Sort {
    /** The most pressing first. */
    DUE,
    /** Family names. */
    NAME,
    /** What waits longest first. */
    AGE;

    public String messageKey() {
        return "worklist.sort." + name();
    }
}
