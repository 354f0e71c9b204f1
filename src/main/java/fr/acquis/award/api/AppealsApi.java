package fr.acquis.award.api;

import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Appeals", description = "Recours: filed by the candidate, examined by a manager who did not decide")
class AppealsApi {

    private final Appeals appeals;
    private final Journeys journeys;
    private final CurrentPerson current;

    AppealsApi(Appeals appeals, Journeys journeys, CurrentPerson current) {
        this.appeals = appeals;
        this.journeys = journeys;
        this.current = current;
    }

    record AppealWish(@NotBlank @Size(max = Appeals.LONGEST) String reasons) {}

    record AppealAnswer(
            @NotNull Appeal.Outcome outcome,
            @NotBlank @Size(max = Appeals.LONGEST) String answer) {}

    /** @param outcome null until it is examined, as its answer */
    record FiledAppeal(
            int number,
            Appeal.About about,
            String reasons,
            OffsetDateTime filedAt,
            OffsetDateTime examinationDue,
            @Nullable OffsetDateTime examinedAt,
            Appeal.@Nullable Outcome outcome,
            @Nullable String answer) {

        static FiledAppeal of(Appeal appeal) {
            return new FiledAppeal(
                    appeal.number(),
                    appeal.about(),
                    appeal.reasons(),
                    Moments.of(appeal.filedAt()),
                    Moments.of(appeal.examinationDue()),
                    Moments.of(appeal.examinedAt()),
                    appeal.outcome(),
                    appeal.answer());
        }
    }

    @GetMapping("/api/v1/journeys/{id}/appeal")
    @Operation(summary = "The appeals filed on a case")
    PageOf<FiledAppeal> list(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!journey.candidate().equals(current.get().id()) && !current.get().is(Role.MANAGER)) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        return page(journey);
    }

    @PostMapping("/api/v1/journeys/{id}/appeal")
    @Operation(summary = "Files an appeal against the latest decision: nothing ends the case meanwhile")
    PageOf<FiledAppeal> file(@PathVariable UUID id, @Valid @RequestBody AppealWish wish) {
        Journey journey = journeys.get(new JourneyId(id));
        appeals.file(journey.id(), wish.reasons());
        return page(journey);
    }

    @PostMapping("/api/v1/journeys/{id}/appeal/answer")
    @Operation(summary = "Answers the appeal with reasons; not by somebody who took part in the decision")
    PageOf<FiledAppeal> answer(@PathVariable UUID id, @Valid @RequestBody AppealAnswer wish) {
        Journey journey = journeys.get(new JourneyId(id));
        appeals.examine(journey.id(), wish.outcome(), wish.answer());
        return page(journey);
    }

    private PageOf<FiledAppeal> page(Journey journey) {
        return new PageOf<>(
                appeals.of(journey.id()).stream().map(FiledAppeal::of).toList(), null);
    }
}
