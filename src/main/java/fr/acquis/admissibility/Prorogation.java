package fr.acquis.admissibility;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recevabilité asked to be kept longer, without a new file: the standard has not changed.
 *
 * @param reason why, in the candidate's words
 * @param granted null while it waits for its answer
 * @param validUntil the new last day; null unless granted
 * @param comment the certifier's words; a refusal has some
 */
public record Prorogation(
        int number,
        Instant askedAt,
        @Nullable String reason,
        @Nullable Instant answeredAt,
        @Nullable Boolean granted,
        @Nullable LocalDate validUntil,
        @Nullable String comment) {

    public boolean pending() {
        return answeredAt == null;
    }
}
