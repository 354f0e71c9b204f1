package fr.acquis.exchange.web;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceFile;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.exchange.MessageFiles;
import fr.acquis.exchange.MessageId;
import fr.acquis.shared.JourneyId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of messages, as attachments that no browser runs or shows within our origin. */
@Controller
class MessageContents {

    private final MessageFiles files;

    MessageContents(MessageFiles files) {
        this.files = files;
    }

    @GetMapping("/journeys/{id}/messages/{message}/files/{evidence}")
    void content(
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
}
