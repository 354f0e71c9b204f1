package fr.acquis.evidence.web;

import fr.acquis.evidence.AskedRooms;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.PieceWanted;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.Sending;
import fr.acquis.evidence.SendingConflict;
import fr.acquis.evidence.SendingWish;
import fr.acquis.evidence.Sendings;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;

/**
 * Files in parts by the tus protocol 1.0 with creation, creation-with-upload, expiration and termination
 * (https://tus.io/protocols/resumable-upload). Upload-Metadata: filename, filetype, kind, fingerprint, others, replaces, for.
 */
@Controller
class SendingRequests {

    static final String BYTES = "application/offset+octet-stream";

    private static final String RESUMABLE = "Tus-Resumable";
    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";

    /** Only where the whole file became a piece. */
    private static final String PIECE = "Acquis-Piece";

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SOON = "10";

    private final Sendings sendings;
    private final Evidences evidences;
    private final AskedRooms access;
    private final CurrentPerson current;
    private final ObjectProvider<PieceWanted> wanting;
    private final MessageSource messages;

    SendingRequests(
            Sendings sendings,
            Evidences evidences,
            AskedRooms access,
            CurrentPerson current,
            ObjectProvider<PieceWanted> wanting,
            MessageSource messages) {
        this.sendings = sendings;
        this.evidences = evidences;
        this.access = access;
        this.current = current;
        this.wanting = wanting;
        this.messages = messages;
    }

    /** Begins a file, or goes on with the one of the same fingerprint; a short one may come with this request. */
    @PostMapping("/journeys/{id}/evidence/sendings")
    ResponseEntity<Void> begin(
            @PathVariable UUID id,
            @RequestHeader("Upload-Length") long length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type,
            InputStream content) {
        JourneyId journey = new JourneyId(id);
        Owner owner = access.mayAttach(journey, current.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SendingWish wish = SendingMetadata.of(metadata)
                .wish(journey, owner, length)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        boolean comes = type.startsWith(BYTES);
        Sending sending = comes ? sendings.take(wish, content) : sendings.begin(wish);
        if (comes) {
            tell(sending, sending.received());
        }
        return ResponseEntity.created(URI.create("/evidence/sendings/" + sending.id()))
                .headers(told(sending, sending.received(), comes))
                .build();
    }

    @RequestMapping(path = "/evidence/sendings/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> state(@PathVariable UUID id) {
        EvidenceId piece = new EvidenceId(id);
        Optional<Sending> sending = sendings.find(piece);
        if (sending.isPresent()) {
            return ResponseEntity.ok()
                    .headers(told(sending.get(), sending.get().received(), false))
                    .build();
        }
        Evidence taken = evidences.find(piece).orElseThrow(() -> new UnknownEvidence(piece));
        String size = Long.toString(taken.current().size());
        return ResponseEntity.ok()
                .header(RESUMABLE, VERSION)
                .header("Upload-Length", size)
                .header(OFFSET, size)
                .header(PIECE, id.toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @PatchMapping(path = "/evidence/sendings/{id}", consumes = BYTES)
    ResponseEntity<Void> append(@PathVariable UUID id, @RequestHeader(OFFSET) long offset, InputStream content) {
        Sending sending = own(id);
        long received = sendings.append(sending.id(), offset, content);
        tell(sending, received);
        return ResponseEntity.noContent().headers(told(sending, received, true)).build();
    }

    /** The room whose page asked for the file hears that it is a piece. */
    private void tell(Sending sending, long received) {
        if (received == sending.size()) {
            wanting.forEach(room -> room.arrived(sending.journey(), sending.id(), sending.wanted()));
        }
    }

    @DeleteMapping("/evidence/sendings/{id}")
    ResponseEntity<Void> abandon(@PathVariable UUID id) {
        sendings.abandon(own(id).id());
        return ResponseEntity.noContent().header(RESUMABLE, VERSION).build();
    }

    private Sending own(UUID id) {
        EvidenceId piece = new EvidenceId(id);
        return sendings.find(piece).orElseThrow(() -> new UnknownEvidence(piece));
    }

    /** @param answered whether bytes were taken: when all are there without, the last request died, and an empty one goes on */
    private static HttpHeaders told(Sending sending, long offset, boolean answered) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(RESUMABLE, VERSION);
        headers.set(OFFSET, Long.toString(offset));
        headers.set("Upload-Length", Long.toString(sending.size()));
        headers.set("Upload-Expires", HTTP_DATE.format(sending.until()));
        headers.setCacheControl(CacheControl.noStore());
        if (answered && offset == sending.size()) {
            headers.set(PIECE, sending.id().toString());
        }
        return headers;
    }

    @ExceptionHandler
    ResponseEntity<Said> refused(RefusedFile no, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .header(RESUMABLE, VERSION)
                .body(new Said(messages.getMessage(no.messageKey(), no.arguments(), locale)));
    }

    @ExceptionHandler
    ResponseEntity<Said> away(StoreUnavailable away, Locale locale) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(RESUMABLE, VERSION)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(new Said(messages.getMessage(away.messageKey(), null, locale)));
    }

    /** The sender asks where the file stands and goes on from there. */
    @ExceptionHandler
    ResponseEntity<Void> elsewhere(SendingConflict conflict) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(RESUMABLE, VERSION)
                .build();
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(UnknownEvidence unknown) {
        return ResponseEntity.notFound().header(RESUMABLE, VERSION).build();
    }

    /** @param message why not, in the reader's language */
    record Said(String message) {}
}
