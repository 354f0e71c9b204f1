package fr.acquis.notification.api;

import fr.acquis.identity.Visibility;
import fr.acquis.notification.LetterFile;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.notification.store.LetterRows;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
@Tag(name = "Letters", description = "What was sent, as it was sent")
class LettersApi {

    private final Letters letters;
    private final LetterRows rows;
    private final Visibility visibility;

    LettersApi(Letters letters, LetterRows rows, Visibility visibility) {
        this.letters = letters;
        this.rows = rows;
        this.visibility = visibility;
    }

    @GetMapping("/api/v1/letters/{id}")
    @Operation(summary = "A letter as PDF/A-2a")
    @ApiResponse(
            responseCode = "200",
            description = "The letter",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> one(@PathVariable UUID id) {
        LetterSummary letter = rows.find(new LetterId(id), visibility.on("l"))
                .orElseThrow(() -> ApiRefusal.notFound("api.letter.unknown"));
        return LetterFile.of(letter, letters);
    }
}
