package fr.acquis.evidence.api;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the room refuses of files, with its status, wherever the API takes or hands out one. */
@RestControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class EvidenceApiProblems {

    private static final String SOON = "30";

    private final Problems problems;

    EvidenceApiProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedFile no) {
        Object[] said = Arrays.stream(no.arguments())
                .map(argument ->
                        argument instanceof Evidence piece ? piece.current().fileName() : argument)
                .toArray();
        return problems.of(
                status(no.reason()), no.messageKey(), said, List.of(), Map.of("reason", no.reason()), locale());
    }

    private static HttpStatus status(RefusedFile.Reason reason) {
        return switch (reason) {
            case TYPE_NOT_ALLOWED, PICTURE_OF_A_TELEPHONE, CONTENT_DIFFERS_FROM_NAME, MIXED_CONTENT, MACROS ->
                HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_LARGE, UNPACKS_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case QUOTA_EXCEEDED, TOO_MANY_AT_ONCE, DUPLICATE -> HttpStatus.CONFLICT;
            case EMPTY, PASSWORD_PROTECTED, DAMAGED, INCOMPLETE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownEvidence unknown) {
        return problems.of(HttpStatus.NOT_FOUND, unknown.messageKey(), new Object[0], locale());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreUnavailable away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, away.messageKey(), new Object[0], locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
