package fr.acquis.evidence;

import java.util.Locale;

/** What the machine found when it read a file. A finding is a hint to people; none of them refuses a file. */
public enum ReadingState {
    /** Not the machine's to read: an identity document, or a file that is gone. */
    NOT_READ,
    PENDING,
    /** A picture of text: its letters are being recognised, page by page. */
    RECOGNISING,
    /** Text was found. */
    READ,
    /** A photograph, a film or a scan: there is something to look at, no text to read. */
    NO_TEXT,
    /** Nothing to see on any page. */
    EMPTY,
    /** Opens with a password only. */
    ENCRYPTED,
    /** The end of the file is missing. */
    TRUNCATED,
    /** Broken in another way. */
    UNREADABLE,
    /** Needed more time or memory than one document may take. */
    TOO_HEAVY;

    public boolean done() {
        return this != PENDING && this != RECOGNISING;
    }

    /** Something the person who attached the file should know and may mend. */
    public boolean needsAttention() {
        return switch (this) {
            case EMPTY, ENCRYPTED, TRUNCATED, UNREADABLE, TOO_HEAVY -> true;
            case NOT_READ, PENDING, RECOGNISING, READ, NO_TEXT -> false;
        };
    }

    public String messageKey() {
        return "evidence.reading." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
