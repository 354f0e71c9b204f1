package fr.acquis.award.web;

import fr.acquis.award.AwardDocument;
import fr.acquis.award.CandidateResults;
import fr.acquis.award.IssuedDocuments;
import fr.acquis.identity.CurrentPerson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the candidate holds for life, and the documents that prove it. */
@Controller
class ResultPages {

    private final CandidateResults results;
    private final IssuedDocuments documents;
    private final CurrentPerson current;
    private final MessageSource messages;

    ResultPages(CandidateResults results, IssuedDocuments documents, CurrentPerson current, MessageSource messages) {
        this.results = results;
        this.documents = documents;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/results")
    String mine(Model model) {
        model.addAttribute("results", results.of(current.get().id()));
        return "award/results";
    }

    /** A document as the file it is; one the reader may not see is one that does not exist. */
    @GetMapping("/awards/{id}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, Locale locale) {
        AwardDocument document = documents.get(id);
        String name = messages.getMessage(document.kind().messageKey(), null, locale) + " " + document.number();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(documents.content(document));
    }
}
