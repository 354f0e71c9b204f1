package fr.acquis.jury;

import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one person in one seat.
 *
 * @param submittedAt null while a draft: nobody but its author reads it, ever
 */
public record Evaluation(
        HearingId hearing,
        SeatId seat,
        PersonId person,
        Grid grid,
        Instant savedAt,
        @Nullable Instant submittedAt) {

    public boolean submitted() {
        return submittedAt != null;
    }
}
