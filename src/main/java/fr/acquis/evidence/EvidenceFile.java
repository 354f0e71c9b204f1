package fr.acquis.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file of a case over HTTP: an attachment that no browser runs or shows within our origin, and that no cache keeps. */
public final class EvidenceFile {

    private EvidenceFile() {}

    /** The caller has checked that the reader may have it, and closes it. */
    public static void send(EvidenceContent content, HttpServletResponse response) throws IOException {
        EvidenceVersion version = content.version();
        head(response, version.type().mediaType(), version.size(), version.fileName());
        content.stream().transferTo(response.getOutputStream());
    }

    public static void head(HttpServletResponse response, String mediaType, long size, String name) {
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
