package fr.acquis.admissibility.api;

import fr.acquis.admissibility.Livret1OnPaper;
import fr.acquis.admissibility.Livret1OnPaper.Filled;
import fr.acquis.admissibility.Livret1OnPaper.Outcome;
import fr.acquis.admissibility.official.Findings;
import fr.acquis.admissibility.official.OfficialForm;
import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@ApiController
@Tag(name = "Livret 1")
class OfficialFormsApi {

    private final Livret1OnPaper papers;

    OfficialFormsApi(Livret1OnPaper papers) {
        this.papers = papers;
    }

    record BlankForm(String name, String title, String version, String source, LocalDate from) {

        static BlankForm of(OfficialForm form) {
            return new BlankForm(form.name(), form.title(), form.version(), form.source(), form.from());
        }
    }

    @GetMapping("/api/v1/official-forms")
    @Operation(summary = "The official forms livret 1 can be taken away on and begun from")
    List<BlankForm> forms() {
        return papers.forms().stream().map(BlankForm::of).toList();
    }

    @GetMapping("/api/v1/journeys/{id}/livret1/forms/{form}")
    @Operation(summary = "Livret 1 on an official form, its fields filled")
    @ApiResponse(
            responseCode = "200",
            description = "The form",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> fill(@PathVariable UUID id, @PathVariable String form) {
        Filled filled = papers.fill(new JourneyId(id), form)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(filled.content());
    }

    /**
     * @param outcome READ, or what the file is instead
     * @param answers what can be taken over, by its key
     * @param notRead what cannot, with a code that says why
     */
    record ReadForm(Outcome outcome, List<ReadAnswer> answers, List<NotRead> notRead) {}

    record ReadAnswer(String key, Findings.State state, boolean reckoned) {}

    record NotRead(String value, Findings.Reason reason) {}

    @PostMapping("/api/v1/journeys/{id}/livret1/forms")
    @Operation(
            summary =
                    "Reads a filled form, multipart/form-data with file; nothing is taken over before its keys are sent")
    ReadForm read(@PathVariable UUID id, @RequestPart("file") MultipartFile file) throws IOException {
        JourneyId journey = new JourneyId(id);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String type = file.getContentType() == null ? "" : file.getContentType();
        try (InputStream content = file.getInputStream()) {
            Outcome outcome = papers.read(journey, name, type, content, file.getSize());
            Findings findings = outcome == Outcome.READ
                    ? papers.waiting(journey)
                            .map(Livret1OnPaper.Waiting::findings)
                            .orElse(new Findings(List.of(), List.of()))
                    : new Findings(List.of(), List.of());
            return new ReadForm(
                    outcome,
                    findings.found().stream()
                            .map(found -> new ReadAnswer(found.key(), found.state(), found.reckoned()))
                            .toList(),
                    findings.unread().stream()
                            .map(unread -> new NotRead(unread.value(), unread.reason()))
                            .toList());
        }
    }

    /** @param keys of the answers to take over */
    record Taking(Set<String> keys) {

        Taking {
            keys = keys == null ? Set.of() : Set.copyOf(keys);
        }
    }

    record Taken(int answers) {}

    @PostMapping("/api/v1/journeys/{id}/livret1/forms/acceptance")
    @Operation(summary = "Takes over the answers named, of the form read last; the others are forgotten")
    Taken take(@PathVariable UUID id, @RequestBody Taking taking) {
        return new Taken(papers.take(new JourneyId(id), taking.keys()));
    }
}
