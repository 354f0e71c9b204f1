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
    DECIDE_ADMISSIBILITY("decide-admissibility", Role.AGENT, Stage.ADMISSIBILITY),
    COMPLETE_LIVRET1("complete-livret1", Role.CANDIDATE, Stage.ADMISSIBILITY),
    CHOOSE_SUPPORT("choose-support", Role.CANDIDATE, Stage.SUPPORT),
    ASSIGN_ADVISER("assign-adviser", Role.ADVISER, Stage.SUPPORT),
    HOLD_SUPPORT_SESSION("hold-support-session", Role.ADVISER, Stage.SUPPORT),
    WRITE_LIVRET2("write-livret2", Role.CANDIDATE, Stage.VALIDATION_FILE),
    REVIEW_LIVRET2("review-livret2", Role.ADVISER, Stage.VALIDATION_FILE),
    CHECK_FILE("check-file", Role.AGENT, Stage.VALIDATION_FILE),
    COMPLETE_LIVRET2("complete-livret2", Role.CANDIDATE, Stage.VALIDATION_FILE),
    ASSESS_AT_WORK("assess-at-work", Role.AGENT, Stage.JURY),
    PLAN_HEARING("plan-hearing", Role.AGENT, Stage.JURY),
    /** One per seat. */
    EVALUATE("evaluate", Role.JUROR, Stage.JURY),
    DELIBERATE("deliberate", Role.JUROR, Stage.JURY),
    DELIVER_CERTIFICATE("deliver-certificate", Role.CPNE, Stage.AWARD),
    CHOOSE_NEXT("choose-next", Role.CANDIDATE, Stage.AWARD),
    EXAMINE_APPEAL("examine-appeal", Role.MANAGER, Stage.AWARD),
    COMPLETE_PLAN("complete-plan", Role.AGENT, Stage.TRAINING_PLAN),
    ACCEPT_PLAN("accept-plan", Role.CANDIDATE, Stage.TRAINING_PLAN),
    FOLLOW_PLAN("follow-plan", Role.AGENT, Stage.TRAINING_PLAN),
    /** The legal date nears without a decision. */
    LEGAL_DATE_APPROACHING(null, Role.MANAGER, Stage.ALERT),
    /** The candidate asks to keep an accepted request longer. */
    PROROGATION_ASKED(null, Role.MANAGER, Stage.ALERT),
    /** The candidate or their adviser asks that somebody else supports them. */
    TRANSFER_ASKED(null, Role.MANAGER, Stage.ALERT),
    /** An agent asks that another team takes the case. */
    TEAM_ASKED(null, Role.MANAGER, Stage.ALERT),
    /** The result is late: the law gives the candidate a date. */
    RESULT_LATE(null, Role.MANAGER, Stage.ALERT),
    /** A command to the engine was refused for good; the case waits. */
    COMMAND_PARKED(null, Role.MANAGER, Stage.ALERT);

    private final String element;
    private final Role audience;
    private final Stage stage;

    TaskKind(String element, Role audience, Stage stage) {
        this.element = element;
        this.audience = audience;
        this.stage = stage;
    }

    public String element() {
        return element;
    }

    /** Who it is asked of, unless the room that knows the case says otherwise. */
    public Role audience() {
        return audience;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the law, not the house, gives its date: the decision on the request, the check of a deposited file, the result. */
    public boolean isLegal() {
        return switch (this) {
            case DECIDE_ADMISSIBILITY,
                    CHECK_FILE,
                    PLAN_HEARING,
                    DELIBERATE,
                    EXAMINE_APPEAL,
                    LEGAL_DATE_APPROACHING,
                    RESULT_LATE -> true;
            default -> false;
        };
    }

    /** Whether it is asked after one result of the jury and not after another, so that its being asked tells the result. */
    public boolean tellsTheResult() {
        return switch (this) {
            case DELIVER_CERTIFICATE, CHOOSE_NEXT, EXAMINE_APPEAL -> true;
            default -> false;
        };
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
