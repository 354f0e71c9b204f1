package fr.acquis.notification.web;

import fr.acquis.identity.Visibility;
import fr.acquis.notification.LetterFile;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.notification.store.LetterRows;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A letter as the file it is; one the reader may not see is a letter that does not exist. */
@Controller
class LetterFiles {

    private final Letters letters;
    private final LetterRows rows;
    private final Visibility visibility;

    LetterFiles(Letters letters, LetterRows rows, Visibility visibility) {
        this.letters = letters;
        this.rows = rows;
        this.visibility = visibility;
    }

    @GetMapping("/letters/{id}")
    ResponseEntity<InputStreamResource> open(@PathVariable UUID id) {
        LetterSummary letter = rows.find(new LetterId(id), visibility.on("l"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return LetterFile.of(letter, letters);
    }
}
