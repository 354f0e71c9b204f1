package fr.acquis.evidence.web;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out contents, as attachments that no browser runs or shows within our origin. */
@Controller
class EvidenceContents {

    private final Evidences evidences;

    EvidenceContents(Evidences evidences) {
        this.evidences = evidences;
    }

    @GetMapping("/evidence/{id}/content")
    void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        try (EvidenceContent content = evidences.open(new EvidenceId(id))) {
            response.setContentType(content.version().type().mediaType());
            response.setContentLengthLong(content.version().size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(content.version().fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            content.stream().transferTo(response.getOutputStream());
        }
    }
}
