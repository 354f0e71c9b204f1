package fr.acquis.worklist;

import fr.acquis.identity.Role;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is asked, and of whom. An engine task's kind is its element id in the models; an alert exists here only.
 *
 * @see #element()
 */
public enum TaskKind {
    DECIDE_ADMISSIBILITY("decide-admissibility", Role.AGENT),
    COMPLETE_LIVRET1("complete-livret1", Role.CANDIDATE),
    /** The legal date nears without a decision. */
    LEGAL_DATE_APPROACHING(null, Role.MANAGER),
    /** A command to the engine was refused for good; the case waits. */
    COMMAND_PARKED(null, Role.MANAGER);

    private final String element;
    private final Role audience;

    TaskKind(String element, Role audience) {
        this.element = element;
        this.audience = audience;
    }

    public String element() {
        return element;
    }

    public Role audience() {
        return audience;
    }

    public boolean isAlert() {
        return element == null;
    }

    public String messageKey() {
        return "worklist.kind." + name();
    }

    public static Optional<TaskKind> ofElement(String element) {
        return Arrays.stream(values())
                .filter(kind -> element.equals(kind.element))
                .findFirst();
    }
}
