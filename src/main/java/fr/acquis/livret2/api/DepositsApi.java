package fr.acquis.livret2.api;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Readings;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ApiController
@Tag(name = "Livret 2")
class DepositsApi {

    private final Deposits deposits;
    private final Livret2s livrets;
    private final Readings readings;
    private final Journeys journeys;

    DepositsApi(Deposits deposits, Livret2s livrets, Readings readings, Journeys journeys) {
        this.deposits = deposits;
        this.livrets = livrets;
        this.readings = readings;
        this.journeys = journeys;
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/deposit")
    @Operation(summary = "Deposits the livret as it is; what is missing does not hold it back")
    DepositDetail deposit(@PathVariable UUID id) {
        return DepositDetail.of(deposits.deposit(new JourneyId(id)));
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/completion")
    @Operation(summary = "Deposits it again after a problem that was found")
    DepositDetail complete(@PathVariable UUID id) {
        return DepositDetail.of(deposits.complete(new JourneyId(id)));
    }

    @GetMapping("/api/v1/journeys/{id}/livret2/deposit")
    @Operation(summary = "The latest deposit: how far its file is, what its check found; 404 before")
    DepositDetail latest(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        return livrets.latestDeposit(journey.id())
                .filter(deposit -> livrets.mayReadDeposit(journey, deposit.attempt()))
                .map(DepositDetail::of)
                .orElseThrow(() -> ApiRefusal.notFound("livret2.refused.not-deposited"));
    }

    @GetMapping("/api/v1/journeys/{id}/livret2/file")
    @Operation(summary = "The one PDF of an attempt's latest deposit; a reader who is not the candidate is logged")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> file(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer attempt) {
        JourneyId of = new JourneyId(id);
        Journey journey = journeys.get(of);
        int wanted = attempt == null ? livrets.get(of).attempt() : attempt;
        Livret2s.FileContent content = livrets.openFile(of, wanted);
        return answer(
                content.stream(),
                MediaType.APPLICATION_PDF_VALUE,
                content.file().size(),
                journey.caseNumber() + "-livret2-" + wanted + ".pdf");
    }

    @GetMapping("/api/v1/journeys/{id}/livret2/attempts/{attempt}/pieces/{evidence}")
    @Operation(summary = "The file of a piece the livret names, for the candidate and the certifying body")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> piece(
            @PathVariable UUID id, @PathVariable int attempt, @PathVariable UUID evidence) {
        EvidenceContent content = readings.open(new JourneyId(id), attempt, new EvidenceId(evidence));
        return answer(
                content.stream(),
                content.version().type().mediaType(),
                content.version().size(),
                content.version().fileName());
    }

    /** The stream is closed by who writes it out. */
    private static ResponseEntity<InputStreamResource> answer(
            InputStream stream, String mediaType, long size, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(stream));
    }
}
