package fr.acquis.admissibility.api;

import fr.acquis.admissibility.PortalFiling;
import fr.acquis.admissibility.PortalFilings;
import fr.acquis.admissibility.PortalProofs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** For a program that brings the days over from the State's portal. */
@ApiController
@Tag(name = "Decision")
class PortalFilingsApi {

    private final PortalFilings filings;
    private final PortalProofs proofs;
    private final Journeys journeys;

    PortalFilingsApi(PortalFilings filings, PortalProofs proofs, Journeys journeys) {
        this.filings = filings;
        this.proofs = proofs;
        this.journeys = journeys;
    }

    /**
     * @param proof a piece of the case that shows the day
     * @param lastDayBefore to decide, as it was counted before; null while the delay waited for pieces
     */
    record RecordedFiling(
            int number,
            LocalDate filedOn,
            @Nullable String reference,
            UUID proof,
            OffsetDateTime recordedAt,
            @Nullable LocalDate lastDayBefore,
            @Nullable LocalDate lastDay) {

        static RecordedFiling of(PortalFiling filing) {
            return new RecordedFiling(
                    filing.number(),
                    filing.filedOn(),
                    filing.reference(),
                    filing.proof().value(),
                    Moments.of(filing.recordedAt()),
                    filing.lastDayBefore(),
                    filing.lastDay());
        }
    }

    /** @param silenceSeen true once it is meant that silence accepted the request already, counted from that day */
    record FilingWish(
            @NotNull LocalDate filedOn,
            @Size(max = 60) @Nullable String reference,
            @NotNull UUID proof,
            @Nullable Boolean silenceSeen) {}

    @GetMapping("/api/v1/journeys/{id}/portal-filings")
    @Operation(summary = "The legal filing on the State's portal as it was recorded, the latest first")
    PageOf<RecordedFiling> list(@PathVariable UUID id) {
        return new PageOf<>(
                filings.of(journeys.get(new JourneyId(id))).stream()
                        .map(RecordedFiling::of)
                        .toList(),
                null);
    }

    @PostMapping("/api/v1/journeys/{id}/portal-filings")
    @Operation(summary = "Records the day of the legal filing with its proof: the delay is counted from it")
    RecordedFiling record(@PathVariable UUID id, @Valid @RequestBody FilingWish wish) {
        return RecordedFiling.of(filings.record(
                new JourneyId(id),
                new PortalFilings.Recording(
                        wish.filedOn(),
                        wish.reference(),
                        new EvidenceId(wish.proof()),
                        Boolean.TRUE.equals(wish.silenceSeen()))));
    }

    record Proof(UUID id) {}

    @PostMapping("/api/v1/journeys/{id}/portal-filings/proofs")
    @Operation(
            summary =
                    "Sends a file that shows the day, multipart/form-data with file: a piece of the case to name as proof")
    Proof prove(@PathVariable UUID id, @RequestPart("file") MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new Proof(proofs.attach(
                            new JourneyId(id),
                            file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                            file.getContentType() == null ? "" : file.getContentType(),
                            content,
                            file.getSize())
                    .value());
        }
    }
}
