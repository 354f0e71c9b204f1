package fr.acquis.livret2.web;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceFile;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.DepositSeal;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Readings;
import fr.acquis.shared.JourneyId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out the assembled file and the pieces it names, as attachments that no browser runs within our origin. */
@Controller
class Livret2Files {

    private final Livret2s livrets;
    private final Readings readings;
    private final Journeys journeys;

    Livret2Files(Livret2s livrets, Readings readings, Journeys journeys) {
        this.livrets = livrets;
        this.readings = readings;
        this.journeys = journeys;
    }

    @GetMapping("/journeys/{id}/livret2/file")
    void file(@PathVariable UUID id, @RequestParam(required = false) Integer attempt, HttpServletResponse response)
            throws IOException {
        JourneyId of = new JourneyId(id);
        Journey journey = journeys.get(of);
        int wanted = attempt == null ? livrets.get(of).attempt() : attempt;
        Livret2s.FileContent content = livrets.openFile(of, wanted);
        try (InputStream stream = content.stream()) {
            EvidenceFile.head(
                    response,
                    "application/pdf",
                    content.file().size(),
                    journey.caseNumber() + "-livret2-" + wanted + ".pdf");
            stream.transferTo(response.getOutputStream());
        }
    }

    /** What was written, as the receipt hashes it. */
    @GetMapping("/journeys/{id}/livret2/deposits/{attempt}/{number}/content")
    void written(
            @PathVariable UUID id, @PathVariable int attempt, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        byte[] written = livrets.written(new JourneyId(id), attempt, number).getBytes(StandardCharsets.UTF_8);
        EvidenceFile.head(response, "application/json", written.length, DepositSeal.WRITTEN);
        response.getOutputStream().write(written);
    }

    /** Who may not open the file is led to its pages. */
    @GetMapping("/journeys/{id}/livret2/attempts/{attempt}/pieces/{evidence}")
    void piece(
            @PathVariable UUID id, @PathVariable int attempt, @PathVariable UUID evidence, HttpServletResponse response)
            throws IOException {
        if (!readings.opensFiles(new JourneyId(id))) {
            response.sendRedirect("/evidence/" + evidence + "/pages/1");
            return;
        }
        try (EvidenceContent content = readings.open(new JourneyId(id), attempt, new EvidenceId(evidence))) {
            EvidenceFile.send(content, response);
        }
    }
}
