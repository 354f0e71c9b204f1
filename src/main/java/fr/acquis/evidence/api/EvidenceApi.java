package fr.acquis.evidence.api;

import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.PageOf;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@ApiController
@Tag(name = "Evidence", description = "Pieces of a case: checked before they are kept")
class EvidenceApi {

    private static final int LONGEST_REASON = 500;

    private final Evidences evidences;
    private final EvidenceAccess access;
    private final CurrentPerson current;
    private final Problems problems;

    EvidenceApi(Evidences evidences, EvidenceAccess access, CurrentPerson current, Problems problems) {
        this.evidences = evidences;
        this.access = access;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/api/v1/journeys/{id}/evidence")
    @Operation(summary = "The pieces of a case, the oldest first, withdrawn ones included")
    PageOf<EvidenceDetail> list(@PathVariable UUID id) {
        JourneyId journey = seen(id);
        return new PageOf<>(
                evidences.list(journey).stream().map(EvidenceDetail::of).toList(), null);
    }

    @PostMapping("/api/v1/journeys/{id}/evidence")
    @Operation(summary = "Attaches a file, multipart/form-data with kind and file")
    @ApiResponse(responseCode = "201", description = "The piece")
    ResponseEntity<EvidenceDetail> attach(
            @PathVariable UUID id, @RequestPart("file") MultipartFile file, @RequestParam EvidenceKind kind)
            throws IOException {
        JourneyId journey = seen(id);
        Owner owner =
                access.mayAttach(journey, current.get()).orElseThrow(() -> ApiRefusal.conflict("api.evidence.not-now"));
        try (InputStream content = file.getInputStream()) {
            EvidenceId piece = evidences.attach(
                    journey,
                    owner.certifyingBody(),
                    owner.candidate(),
                    kind,
                    file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                    file.getContentType() == null ? "" : file.getContentType(),
                    content,
                    file.getSize());
            return ResponseEntity.created(URI.create("/api/v1/evidence/" + piece))
                    .body(found(piece));
        }
    }

    @GetMapping("/api/v1/evidence/{id}")
    @Operation(summary = "One piece")
    EvidenceDetail one(@PathVariable UUID id) {
        return found(new EvidenceId(id));
    }

    @GetMapping("/api/v1/evidence/{id}/content")
    @Operation(summary = "The file itself; a reader who is not the candidate is written to the audit log")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
        EvidenceContent content = evidences.open(new EvidenceId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.version().type().mediaType()))
                .contentLength(content.version().size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.version().fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content.stream()));
    }

    @PostMapping("/api/v1/evidence/{id}/withdrawal")
    @Operation(summary = "Withdraws a piece: its content is erased, hash and reason stay; twice changes nothing")
    EvidenceDetail withdraw(@PathVariable UUID id, @RequestBody WithdrawalWish wish, Locale locale) {
        EvidenceId piece = new EvidenceId(id);
        found(piece);
        String reason = wish.reason() == null ? "" : wish.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ApiRefusal.invalid(
                    "api.invalid",
                    List.of(FieldProblem.inBody(
                            "reason", problems.words("api.evidence.no-reason", new Object[0], locale))));
        }
        evidences.withdraw(piece, reason);
        return found(piece);
    }

    record WithdrawalWish(@Nullable String reason) {}

    @PostMapping("/api/v1/evidence/{id}/identity-check")
    @Operation(summary = "Says that an identity document is the candidate's: the mark stays, the document is erased")
    EvidenceDetail checkIdentity(@PathVariable UUID id) {
        evidences.markIdentityChecked(new EvidenceId(id));
        return found(new EvidenceId(id));
    }

    private JourneyId seen(UUID id) {
        JourneyId journey = new JourneyId(id);
        if (!access.sees(journey, current.get())) {
            throw ApiRefusal.notFound("api.unknown");
        }
        return journey;
    }

    private EvidenceDetail found(EvidenceId id) {
        return evidences.find(id).map(EvidenceDetail::of).orElseThrow(() -> new UnknownEvidence(id));
    }
}
