package fr.acquis.worklist;

/** Who finds a case by the words of a text that not everybody who lists the case may read. */
public enum WordReaders {
    /** Agents and managers of the body. */
    BODY('~'),
    /** They, and the advisers of the case. */
    ADVISERS('=');

    private final char mark;

    WordReaders(char mark) {
        this.mark = mark;
    }

    /** What the sources of such words begin with. */
    public char mark() {
        return mark;
    }
}
