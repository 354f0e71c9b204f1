package fr.acquis.award.api;

import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AwardDocument;
import fr.acquis.award.AwardDocuments;
import fr.acquis.award.CandidateResults;
import fr.acquis.award.CandidateResults.Line;
import fr.acquis.award.CandidateResults.Result;
import fr.acquis.award.IssuedDocuments;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
@Tag(name = "Results", description = "Blocs held for life, attestations, certificates")
class ResultsApi {

    private final CandidateResults results;
    private final IssuedDocuments issued;
    private final AwardDocuments documents;
    private final Journeys journeys;
    private final CurrentPerson current;

    ResultsApi(
            CandidateResults results,
            IssuedDocuments issued,
            AwardDocuments documents,
            Journeys journeys,
            CurrentPerson current) {
        this.results = results;
        this.issued = issued;
        this.documents = documents;
        this.journeys = journeys;
        this.current = current;
    }

    /** @param whole whether every bloc is held */
    record CertificationHeld(
            UUID certification,
            @Nullable String number,
            String title,
            boolean whole,
            List<BlockHeld> blocks,
            List<IssuedDocument> documents) {

        static CertificationHeld of(Result result) {
            return new CertificationHeld(
                    result.certification().id().value(),
                    result.certification().number(),
                    result.certification().title(),
                    result.whole(),
                    result.lines().stream().map(BlockHeld::of).toList(),
                    result.documents().stream().map(IssuedDocument::of).toList());
        }
    }

    /** @param acquiredOn null while it is not held, as its source */
    record BlockHeld(String code, String title, @Nullable LocalDate acquiredOn, AcquiredBlock.@Nullable Source source) {

        static BlockHeld of(Line line) {
            AcquiredBlock held = line.held();
            return new BlockHeld(
                    line.block().code().value(),
                    line.block().title(),
                    held == null ? null : held.acquiredOn(),
                    held == null ? null : held.source());
        }
    }

    @GetMapping("/api/v1/results")
    @Operation(summary = "What the candidate holds for life, by certification, and the documents that prove it")
    PageOf<CertificationHeld> mine() {
        return new PageOf<>(
                results.of(current.get().id()).stream()
                        .map(CertificationHeld::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/journeys/{id}/awards")
    @Operation(summary = "The documents issued on a case")
    PageOf<IssuedDocument> of(@PathVariable UUID id) {
        return new PageOf<>(
                documents.of(journeys.get(new JourneyId(id)).id()).stream()
                        .map(IssuedDocument::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/awards/{id}")
    @Operation(summary = "An attestation or a certificate as the file it is")
    @ApiResponse(
            responseCode = "200",
            description = "The PDF",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> open(@PathVariable UUID id) {
        AwardDocument document = issued.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.number() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(issued.content(document));
    }
}
