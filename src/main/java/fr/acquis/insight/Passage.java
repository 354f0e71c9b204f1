package fr.acquis.insight;

import fr.acquis.identity.Role;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.ModelStep;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case at one step, once.
 *
 * @param since when it came there; null where that was not written down yet
 * @param until when it left; null while it stands there
 * @param due by when it is asked for; null where nothing is asked
 * @param asked whose step it is; null where no person is asked
 * @param by who holds or answered it; null where nobody does
 * @param reason why it does not go on, a message key; null unless blocked
 */
public record Passage(
        ModelStep step,
        State state,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Instant due,
        @Nullable Role asked,
        @Nullable PersonId by,
        @Nullable String reason) {

    /** How the case stands or stood there; later ones say more where a step was passed several times. */
    public enum State {
        /** Taken back before it was answered. */
        WITHDRAWN,
        PASSED,
        WAITS,
        MACHINE,
        ASKED,
        LATE,
        BLOCKED;

        /** Whether the case is there now. */
        public boolean stands() {
            return compareTo(PASSED) > 0;
        }

        public String messageKey() {
            return "insight.passage." + name();
        }
    }

    public boolean stands() {
        return state.stands();
    }

    /** How long it took, or has taken so far; null where its beginning is not known. */
    public @Nullable Duration lasted(Instant now) {
        return since == null ? null : Duration.between(since, until == null ? now : until);
    }
}
