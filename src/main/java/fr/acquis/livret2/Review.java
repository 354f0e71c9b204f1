package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review the candidate asked for.
 *
 * @param number within the attempt, from 1
 * @param wish what the candidate asked to look at
 * @param remarks per skill; the candidate reads them once the livret is sent back
 * @param returnedAt null while the adviser has it
 */
public record Review(
        JourneyId journey,
        int attempt,
        int number,
        Instant askedAt,
        @Nullable String wish,
        Map<SkillId, String> remarks,
        @Nullable String general,
        @Nullable Instant returnedAt) {

    public Review {
        remarks = Map.copyOf(remarks);
    }

    public boolean open() {
        return returnedAt == null;
    }
}
