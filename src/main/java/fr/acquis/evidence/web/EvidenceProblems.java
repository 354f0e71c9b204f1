package fr.acquis.evidence.web;

import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.UnknownEvidence;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The room's faults as statuses; the error page of the house says the words. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EvidenceProblems {

    private static final String SOON = "30";

    @ExceptionHandler
    void unknown(UnknownEvidence unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler
    void away(StoreUnavailable away, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
}
