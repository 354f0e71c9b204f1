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
    CHOOSE_SUPPORT("choose-support", Role.CANDIDATE),
    ASSIGN_ADVISER("assign-adviser", Role.ADVISER),
    HOLD_SUPPORT_SESSION("hold-support-session", Role.ADVISER),
    WRITE_LIVRET2("write-livret2", Role.CANDIDATE),
    REVIEW_LIVRET2("review-livret2", Role.ADVISER),
    CHECK_FILE("check-file", Role.AGENT),
    COMPLETE_LIVRET2("complete-livret2", Role.CANDIDATE),
    ASSESS_AT_WORK("assess-at-work", Role.AGENT),
    PLAN_HEARING("plan-hearing", Role.AGENT),
    /** One per seat. */
    EVALUATE("evaluate", Role.JUROR),
    DELIBERATE("deliberate", Role.JUROR),
    DELIVER_CERTIFICATE("deliver-certificate", Role.CPNE),
    CHOOSE_NEXT("choose-next", Role.CANDIDATE),
    EXAMINE_APPEAL("examine-appeal", Role.MANAGER),
    COMPLETE_PLAN("complete-plan", Role.AGENT),
    ACCEPT_PLAN("accept-plan", Role.CANDIDATE),
    FOLLOW_PLAN("follow-plan", Role.AGENT),
    /** The legal date nears without a decision. */
    LEGAL_DATE_APPROACHING(null, Role.MANAGER),
    /** The result is late: the law gives the candidate a date. */
    RESULT_LATE(null, Role.MANAGER),
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

    /** Who it is asked of, unless the room that knows the case says otherwise. */
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
