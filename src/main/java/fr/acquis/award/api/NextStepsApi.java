package fr.acquis.award.api;

import fr.acquis.award.AcquiredBlocks;
import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import fr.acquis.award.NextStep;
import fr.acquis.award.NextSteps;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Moments;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Next step",
        description = "After a result that leaves blocs to obtain: continue, or stop and keep what is held")
class NextStepsApi {

    private final NextSteps steps;
    private final AcquiredBlocks blocks;
    private final Appeals appeals;
    private final Journeys journeys;
    private final CurrentPerson current;

    NextStepsApi(NextSteps steps, AcquiredBlocks blocks, Appeals appeals, Journeys journeys, CurrentPerson current) {
        this.steps = steps;
        this.blocks = blocks;
        this.appeals = appeals;
        this.journeys = journeys;
        this.current = current;
    }

    /**
     * What may be chosen.
     *
     * @param asked whether the choice is expected now
     * @param appeal what may be appealed instead, and until when
     */
    record NextChoice(
            boolean asked,
            List<String> held,
            List<MissingBlock> missing,
            @Nullable OpenAppeal appeal) {}

    record MissingBlock(String code, String title) {}

    /** @param until the first moment at which it is too late */
    record OpenAppeal(Appeal.About about, OffsetDateTime until) {}

    record NextWish(@NotNull NextStep next) {}

    @GetMapping("/api/v1/journeys/{id}/next")
    @Operation(summary = "What is held, what is missing, and whether the choice is asked now")
    NextChoice read(@PathVariable UUID id) {
        return choice(own(id));
    }

    @PostMapping("/api/v1/journeys/{id}/next")
    @Operation(summary = "Continues towards the blocs that are missing, or stops; stopping is final for this case")
    NextChoice choose(@PathVariable UUID id, @Valid @RequestBody NextWish wish) {
        steps.choose(own(id).id(), wish.next());
        return choice(own(id));
    }

    private NextChoice choice(Journey journey) {
        return new NextChoice(
                steps.asked(journey.id()),
                blocks.titlesHeldFor(journey),
                blocks.missing(journey).stream()
                        .map(block -> new MissingBlock(block.code().value(), block.title()))
                        .toList(),
                appeals.open(journey)
                        .map(open -> new OpenAppeal(open.about(), Moments.of(open.until())))
                        .orElse(null));
    }

    private Journey own(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!journey.candidate().equals(current.get().id())) {
            throw ApiRefusal.notFound("journey.refused.unknown");
        }
        return journey;
    }
}
