package fr.acquis.worklist;

/** What can be done to many rows at once. */
public enum BulkVerb {
    /** Needs a receiver. */
    ASSIGN,
    /** Needs the tag's name. */
    TAG,
    /** Reminds the candidate of what the case waits for from them. */
    REMIND,
    /** Asks the candidate for a document: needs its name. */
    ASK_DOCUMENT,
    /** Closes managers' alerts. */
    ACKNOWLEDGE;

    public boolean needsReceiver() {
        return this == ASSIGN;
    }

    public boolean needsWords() {
        return this == TAG || this == ASK_DOCUMENT;
    }

    public String messageKey() {
        return "worklist.bulk.verb." + name();
    }
}
