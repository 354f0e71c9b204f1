package fr.acquis.identity.api;

import fr.acquis.platform.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is read: a file by the limit of uploads, any other body by a mebibyte, which is then held whole, so that a
 * request sent again can be compared.
 */
class BodyFilter extends OncePerRequestFilter {

    private static final int LARGEST = 1024 * 1024;

    private final Problems problems;
    private final DataSize largestUpload;

    BodyFilter(Problems problems, DataSize largestUpload) {
        this.problems = problems;
        this.largestUpload = largestUpload;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            if (request.getContentLengthLong() > largestUpload.toBytes()) {
                tooLarge(request, response);
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            tooLarge(request, response);
            return;
        }
        chain.doFilter(new HeldBody(request, body), response);
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "api.refused.413");
    }

    private static boolean isUpload(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
