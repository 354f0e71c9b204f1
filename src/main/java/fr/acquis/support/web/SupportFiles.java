package fr.acquis.support.web;

import fr.acquis.notification.Attachment;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.SupportAccess;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.SupportExport;
import fr.acquis.support.SupportExports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be taken away of a support: the signed agreement, a session for one's calendar, the file for an audit. */
@Controller
class SupportFiles {

    private final SupportAccess access;
    private final SupportAgreements agreements;
    private final PlannedSessions planned;
    private final SupportExports exports;

    SupportFiles(SupportAccess access, SupportAgreements agreements, PlannedSessions planned, SupportExports exports) {
        this.access = access;
        this.agreements = agreements;
        this.planned = planned;
        this.exports = exports;
    }

    @GetMapping("/journeys/{id}/support/agreements/{version}/document")
    void agreement(@PathVariable UUID id, @PathVariable int version, HttpServletResponse response) throws IOException {
        JourneyId journey = new JourneyId(id);
        String number = access.read(journey).journey().caseNumber();
        byte[] content = agreements
                .document(journey, version)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-document"));
        head(response, "application/pdf", content.length, "%s-convention-%d.pdf".formatted(number, version));
        response.getOutputStream().write(content);
    }

    @GetMapping("/journeys/{id}/support/planned/{session}/calendar")
    void calendar(@PathVariable UUID id, @PathVariable UUID session, Locale locale, HttpServletResponse response)
            throws IOException {
        Attachment file = planned.calendar(new JourneyId(id), session, locale);
        head(response, file.mediaType(), file.content().length, file.fileName());
        response.getOutputStream().write(file.content());
    }

    @GetMapping("/journeys/{id}/support/exports/{export}/content")
    void export(@PathVariable UUID id, @PathVariable UUID export, HttpServletResponse response) throws IOException {
        SupportExport made = exports.get(new JourneyId(id), export);
        try (InputStream content = exports.open(made)) {
            head(
                    response,
                    "application/zip",
                    made.size(),
                    access.read(new JourneyId(id)).journey().caseNumber() + "-accompagnement.zip");
            content.transferTo(response.getOutputStream());
        }
    }

    private static void head(HttpServletResponse response, String mediaType, long size, String name) {
        response.setContentType(mediaType);
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
