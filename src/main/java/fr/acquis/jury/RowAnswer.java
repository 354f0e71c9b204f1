package fr.acquis.jury;

import fr.acquis.shared.JourneyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case among many.
 *
 * @param refusal a message key, null when it was done
 */
public record RowAnswer(
        JourneyId journey, String caseNumber, @Nullable String refusal, List<?> arguments) {

    static RowAnswer done(JourneyId journey, String caseNumber) {
        return new RowAnswer(journey, caseNumber, null, List.of());
    }

    public boolean done() {
        return refusal == null;
    }
}
