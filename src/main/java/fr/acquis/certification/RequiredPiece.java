package fr.acquis.certification;

import java.util.regex.Pattern;

/**
 * A piece of livret 1 as the règlement asks for it.
 *
 * @param code what evidence and completion requests key on, for instance {@code IDENTITY}
 * @param label what the candidate reads
 */
public record RequiredPiece(String code, String label, Need need) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    public RequiredPiece {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a piece: " + code);
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("piece " + code + " has no label");
        }
    }

    /** When a piece is missed. */
    public enum Need {
        /** Without it the file is not complete. */
        REQUIRED,
        /** Asked only of who relies on it: a prerequisite, a dispensation. */
        WHEN_CLAIMED,
        OPTIONAL
    }
}
