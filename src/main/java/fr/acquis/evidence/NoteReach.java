package fr.acquis.evidence;

import java.util.List;

/** For whom a note on a page is meant. */
public enum NoteReach {
    /** Nobody but who wrote it. */
    AUTHOR,
    /** The candidate, and those who look at the piece as the author does. */
    CANDIDATE,
    /** Agents and managers of the certifying body. */
    BODY,
    /** The jury, once its marks are closed; until then nobody but who wrote it. */
    PANEL;

    /** What a reader may choose from; nothing for one who only reads. */
    public static List<NoteReach> of(Sight sight) {
        return switch (sight) {
            case OWNER -> List.of(AUTHOR);
            case BODY -> List.of(BODY, CANDIDATE);
            case SUPPORT -> List.of(CANDIDATE, AUTHOR);
            case PANEL -> List.of(PANEL);
            case BRANCH -> List.of();
        };
    }

    public String messageKey() {
        return "evidence.reach." + name();
    }
}
