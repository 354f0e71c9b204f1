package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A problem document (RFC 9457) with its status. */
final class Problem extends RuntimeException {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem invalid(String detail) {
        return new Problem(400, "INVALID_ARGUMENT", detail);
    }

    static Problem notFound(String what, long key) {
        return new Problem(404, "NOT_FOUND", "%s with key '%d' not found".formatted(what, key));
    }

    static Problem of(Throwable failed) {
        return switch (failed) {
            case Problem problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case Refusal refused -> new Problem(status(refused.kind()), title(refused.kind()), refused.getMessage());
            case TimeoutException late ->
                new Problem(
                        504,
                        "DEADLINE_EXCEEDED",
                        "Expected to handle request, but request timed out between gateway and broker");
            default -> {
                LOG.error("A REST request failed", failed);
                yield new Problem(
                        500,
                        "INTERNAL",
                        "Unexpected error occurred during the request processing: " + failed.getMessage());
            }
        };
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID_ARGUMENT -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, INVALID_STATE -> 409;
            case PROCESSING_ERROR, EXCEEDED_BATCH_RECORD_SIZE, INTERNAL -> 500;
            case UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
        };
    }

    /** A gateway calls whatever is the engine's own failing by one name, and a late answer by its gRPC name. */
    private static String title(Refusal.Kind kind) {
        return switch (kind) {
            case PROCESSING_ERROR, EXCEEDED_BATCH_RECORD_SIZE, INTERNAL -> "INTERNAL";
            case TIMEOUT -> "DEADLINE_EXCEEDED";
            default -> kind.name();
        };
    }

    int status() {
        return status;
    }

    Map<String, Object> document(String path) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.put("instance", path);
        return document;
    }
}
