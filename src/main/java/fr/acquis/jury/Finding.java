package fr.acquis.jury;

import java.util.List;

/**
 * What stands against publishing a session, in words.
 *
 * @param blocking whether it must be settled first; a warning may be accepted with a reason
 * @param arguments of the message {@code jury.finding.<code>}
 */
public record Finding(Code code, boolean blocking, List<String> arguments) {

    public enum Code {
        NO_HEARING,
        DAY_PASSED,
        TOO_FEW_MEMBERS,
        NOBODY_QUALIFIED,
        NOT_ONE_PRESIDENT,
        COLLEGES_UNEQUAL,
        LINKED_TO_CANDIDATE,
        NOT_BALANCED,
        ANNOUNCED_LATE,
        SUMMONED_LATE,
        AFTER_JURY_DATE
    }

    static Finding blocking(Code code, Object... arguments) {
        return new Finding(
                code, true, List.of(arguments).stream().map(String::valueOf).toList());
    }

    static Finding warning(Code code, Object... arguments) {
        return new Finding(
                code, false, List.of(arguments).stream().map(String::valueOf).toList());
    }

    public String messageKey() {
        return "jury.finding." + code.name();
    }
}
