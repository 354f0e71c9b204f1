package fr.acquis.evidence;

import java.util.List;
import java.util.Locale;

/** A file that is not taken in. Nothing was stored and nothing changed. */
public class RefusedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> arguments;

    /** @param arguments what the reason's message names, in its order */
    public RefusedFile(Reason reason, Object... arguments) {
        super("file refused: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return reason.messageKey();
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.toArray();
    }

    public enum Reason {
        /** No byte in it. */
        EMPTY,
        /** Neither name nor content is of an accepted type. */
        TYPE_NOT_ALLOWED,
        /** The content is not what the name or the sender says. */
        CONTENT_DIFFERS_FROM_NAME,
        /** Another file hides in it. */
        MIXED_CONTENT,
        /** An office document with macros. */
        MACROS,
        /** An office document that opens with a password only. */
        PASSWORD_PROTECTED,
        /** A damaged office document: its table of contents cannot be read. */
        DAMAGED,
        TOO_LARGE,
        /** Small packed, enormous unpacked. */
        UNPACKS_TOO_LARGE,
        /** The journey's files together would exceed what a journey may hold. */
        QUOTA_EXCEEDED,
        /** The journey holds the same content already. */
        DUPLICATE,
        /** A HEIC picture, and nothing on this installation makes a JPEG of it. */
        PICTURE_OF_A_TELEPHONE,
        /** Too many files of this person are on their way at the same time. */
        TOO_MANY_AT_ONCE,
        /** The transmission broke off: fewer bytes came than were announced. */
        INCOMPLETE;

        public String messageKey() {
            return "evidence.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
