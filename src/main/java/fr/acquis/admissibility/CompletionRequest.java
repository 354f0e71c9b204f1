package fr.acquis.admissibility;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asked the candidate to add: all missing pieces at once.
 *
 * @param number 1 for the first, the only one that counts for the legal clock
 */
public record CompletionRequest(
        JourneyId journey,
        int number,
        Instant requestedAt,
        @Nullable LocalDate answerBy,
        List<Piece> pieces,
        @Nullable Instant answeredAt) {

    /**
     * @param expected what it must show or why it is asked for
     * @param code the règlement's piece it is, which says the kinds of file that answer it; null for a piece named freely
     */
    public record Piece(
            String name,
            @Nullable String expected,
            @Nullable String code) {

        public Piece(String name, @Nullable String expected) {
            this(name, expected, null);
        }
    }
}
