package fr.acquis.experience.api;

import fr.acquis.experience.Experience;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
@Tag(name = "Evidence")
class PeriodsApi {

    private final Experience experience;
    private final Journeys journeys;

    PeriodsApi(Experience experience, Journeys journeys) {
        this.experience = experience;
        this.journeys = journeys;
    }

    @GetMapping("/api/v1/journeys/{id}/periods")
    @Operation(
            summary =
                    "What confirmed documents add up to, job by job and line by line, each traced to its page, and what is missing")
    PeriodsDetail read(@PathVariable UUID id) {
        return PeriodsDetail.of(experience.of(journeys.get(new JourneyId(id)).id()));
    }
}
