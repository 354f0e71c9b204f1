package fr.acquis.jury;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.JourneyId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Livret d'évaluation en entreprise.
 *
 * @param results by the skill's id
 * @param document the signed booklet
 */
public record WorkplaceAssessment(
        JourneyId journey,
        int attempt,
        String assessor,
        String assessorFunction,
        LocalDate assessedOn,
        Map<String, Grid.Level> results,
        @Nullable EvidenceId document) {

    public WorkplaceAssessment {
        results = Map.copyOf(results);
    }
}
