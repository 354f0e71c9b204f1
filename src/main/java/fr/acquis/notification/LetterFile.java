package fr.acquis.notification;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A letter as a file over HTTP, the same for people and programs. */
public final class LetterFile {

    private LetterFile() {}

    /** The caller has checked that the reader may see the letter. */
    public static ResponseEntity<InputStreamResource> of(LetterSummary letter, Letters letters) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(letter.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(letter.title() + " " + letter.date() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(letters.open(letter.id())));
    }

    /** A letter that is kept nowhere, a draft or the reader’s own: opened in the browser. */
    public static ResponseEntity<ByteArrayResource> draft(RenderedLetter letter) {
        return draft(letter, "projet.pdf");
    }

    public static ResponseEntity<ByteArrayResource> draft(RenderedLetter letter, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new ByteArrayResource(letter.pdf()));
    }
}
