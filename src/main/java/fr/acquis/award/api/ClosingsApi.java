package fr.acquis.award.api;

import fr.acquis.award.Closing;
import fr.acquis.award.Closings;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Moments;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Closing", description = "A manager closes a case, saying why")
class ClosingsApi {

    private final Closings closings;
    private final Journeys journeys;

    ClosingsApi(Closings closings, Journeys journeys) {
        this.closings = closings;
        this.journeys = journeys;
    }

    record ClosingWish(@NotEmpty @Size(max = 20) List<@Valid @NotNull ClosingReason> reasons) {}

    record ClosingReason(
            @NotBlank @Size(max = 300) String criterion,
            @NotBlank @Size(max = 2000) String reason,
            @Size(max = 2000) @Nullable String advice) {

        Closing.Reason said() {
            return new Closing.Reason(
                    criterion.strip(), reason.strip(), advice == null || advice.isBlank() ? null : advice.strip());
        }
    }

    record ClosedCase(UUID journey, OffsetDateTime closedAt, List<ClosingReason> reasons) {

        static ClosedCase of(Closing closing) {
            return new ClosedCase(
                    closing.journey().value(),
                    Moments.of(closing.closedAt()),
                    closing.reasons().stream()
                            .map(one -> new ClosingReason(one.criterion(), one.reason(), one.advice()))
                            .toList());
        }
    }

    @GetMapping("/api/v1/journeys/{id}/closing")
    @Operation(summary = "Why a case was closed; 404 when it was not")
    ClosedCase read(@PathVariable UUID id) {
        return closings.of(journeys.get(new JourneyId(id)).id())
                .map(ClosedCase::of)
                .orElseThrow(() -> ApiRefusal.notFound("api.closing.none"));
    }

    @PostMapping("/api/v1/journeys/{id}/closing")
    @Operation(summary = "Closes a case; the candidate reads why and keeps the blocs")
    ClosedCase close(@PathVariable UUID id, @Valid @RequestBody ClosingWish wish) {
        closings.close(
                journeys.get(new JourneyId(id)).id(),
                wish.reasons().stream().map(ClosingReason::said).toList());
        return read(id);
    }
}
