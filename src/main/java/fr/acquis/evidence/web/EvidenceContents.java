package fr.acquis.evidence.web;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceFile;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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
            EvidenceFile.send(content, response);
        }
    }
}
