package fr.acquis.notification.web;

import fr.acquis.identity.Visibility;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.store.LetterRows;
import fr.acquis.shared.BusinessRefusal;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A kept letter, to whom may see its case. */
@Controller
class LetterPages {

    private final Letters letters;
    private final LetterRows rows;
    private final Visibility visibility;

    LetterPages(Letters letters, LetterRows rows, Visibility visibility) {
        this.letters = letters;
        this.rows = rows;
        this.visibility = visibility;
    }

    @GetMapping("/letters/{id}")
    ResponseEntity<InputStreamResource> show(@PathVariable UUID id) {
        LetterId letter = new LetterId(id);
        if (rows.find(letter, visibility.on("l")).isEmpty()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "notification.refused.no-letter");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lettre-" + id.toString().substring(24) + ".pdf")
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(letters.open(letter)));
    }
}
