package fr.acquis.exchange.api;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceFile;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.Exchanges.Page;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageFiles;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.MessageWriting;
import fr.acquis.exchange.Side;
import fr.acquis.exchange.TakingBack;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Cursor;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

@ApiController
@Tag(
        name = "Messages",
        description = "What is written about a case: the thread with the candidate, internal notes apart")
class MessagesApi {

    private final Exchanges exchanges;
    private final MessageWriting writing;
    private final TakingBack takingBack;
    private final MessageFiles files;
    private final MessageSource messages;

    MessagesApi(
            Exchanges exchanges,
            MessageWriting writing,
            TakingBack takingBack,
            MessageFiles files,
            MessageSource messages) {
        this.exchanges = exchanges;
        this.writing = writing;
        this.takingBack = takingBack;
        this.files = files;
        this.messages = messages;
    }

    record Words(@NotNull String text) {}

    /** @param adviserReads whether the case's adviser reads it too; an adviser reads their own in any case */
    record Note(@NotNull String text, boolean adviserReads) {}

    record Written(UUID id) {}

    record Until(@NotNull UUID message) {}

    @GetMapping("/api/v1/journeys/{id}/messages")
    @Operation(summary = "The thread of a case, the latest message first; reading it here marks nothing as read")
    ResponseEntity<PageOf<MessageDetail>> thread(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(id, Message.Kind.MESSAGE, after, limit);
    }

    @PostMapping("/api/v1/journeys/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sends a message, with the files that were put beside it before")
    @ApiResponse(responseCode = "201", description = "Its id")
    Written send(@PathVariable UUID id, @Valid @RequestBody Words words) {
        return new Written(writing.send(new JourneyId(id), words.text()).value());
    }

    @PostMapping("/api/v1/journeys/{id}/messages/files")
    @Operation(
            summary = "Puts a file beside the next message of the caller, multipart/form-data; all that wait come back")
    List<MessageDetail.FileDetail> join(@PathVariable UUID id, @RequestPart("file") MultipartFile file) {
        JourneyId journey = new JourneyId(id);
        files.join(
                journey,
                file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                file.getContentType() == null ? "" : file.getContentType(),
                file,
                file.getSize());
        return files.waiting(journey).stream()
                .map(one ->
                        new MessageDetail.FileDetail(one.id().value(), one.name(), one.size(), one.scan(), one.opens()))
                .toList();
    }

    @PostMapping("/api/v1/journeys/{id}/messages/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The caller has read the thread up to a message")
    @ApiResponse(responseCode = "204", description = "Marked")
    void read(@PathVariable UUID id, @Valid @RequestBody Until until) {
        exchanges.read(new JourneyId(id), Message.Kind.MESSAGE, new MessageId(until.message()));
    }

    @PostMapping("/api/v1/journeys/{id}/messages/{message}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Corrects a message or a note of one's own, for a few minutes after it was written")
    @ApiResponse(responseCode = "204", description = "Corrected")
    void correct(@PathVariable UUID id, @PathVariable UUID message, @Valid @RequestBody Words words) {
        writing.correct(new JourneyId(id), new MessageId(message), words.text());
    }

    @PostMapping("/api/v1/journeys/{id}/messages/{message}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a message or a note of one's own back, for a few minutes after it was written")
    @ApiResponse(responseCode = "204", description = "Taken back")
    void withdraw(@PathVariable UUID id, @PathVariable UUID message, Locale locale) {
        takingBack.of(
                new JourneyId(id),
                new MessageId(message),
                messages.getMessage("exchange.withdrawn.file", null, locale));
    }

    @GetMapping("/api/v1/journeys/{id}/messages/{message}/files/{evidence}")
    @Operation(summary = "A file joined to a message; a reader who is not the candidate is written to the audit log")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void file(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @PathVariable UUID evidence,
            HttpServletResponse response)
            throws IOException {
        try (EvidenceContent content =
                files.open(new JourneyId(id), new MessageId(message), new EvidenceId(evidence))) {
            EvidenceFile.send(content, response);
        }
    }

    @GetMapping("/api/v1/journeys/{id}/notes")
    @Operation(summary = "Internal notes of a case, the latest first")
    ResponseEntity<PageOf<MessageDetail>> notes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(id, Message.Kind.NOTE, after, limit);
    }

    @PostMapping("/api/v1/journeys/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Writes an internal note; candidates and jurors never read it")
    @ApiResponse(responseCode = "201", description = "Its id")
    Written note(@PathVariable UUID id, @Valid @RequestBody Note note) {
        return new Written(writing.note(new JourneyId(id), note.text(), note.adviserReads())
                .value());
    }

    private ResponseEntity<PageOf<MessageDetail>> page(UUID id, Message.Kind kind, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after);
        Page page = exchanges.page(
                new JourneyId(id), kind, cursor == null ? null : new MessageId(cursor.id()), PageOf.limit(limit));
        boolean candidate = page.seat().side() == Side.CANDIDATE;
        List<MessageDetail> items = page.messages().reversed().stream()
                .map(message -> MessageDetail.of(
                        message,
                        !candidate || message.side() != Side.BODY,
                        exchanges.changeable(message, page.seat()) ? Moments.of(exchanges.until(message)) : null))
                .toList();
        Message oldest = page.messages().isEmpty() ? null : page.messages().getFirst();
        return PageOf.answer(
                items, page.more() ? new Cursor(oldest.writtenAt(), oldest.id().value()).toString() : null);
    }
}
