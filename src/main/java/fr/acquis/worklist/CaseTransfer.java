package fr.acquis.worklist;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case on its way from one team to another.
 *
 * @param from whose it is when it is asked for: a team, or the certifying body itself
 * @param reason read by the certifying body's people only
 * @param on the day it changes hands
 * @param answer why it was declined
 */
public record CaseTransfer(
        UUID id,
        JourneyId journey,
        UUID from,
        UUID to,
        String reason,
        PersonId askedBy,
        Instant askedAt,
        LocalDate on,
        State state,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        @Nullable String answer) {

    public enum State {
        /** By somebody who may not do it. */
        ASKED,
        /** Its day is to come. */
        PLANNED,
        DONE,
        DECLINED,
        CALLED_OFF
    }

    public boolean isAsked() {
        return state == State.ASKED;
    }

    public boolean isPlanned() {
        return state == State.PLANNED;
    }
}
