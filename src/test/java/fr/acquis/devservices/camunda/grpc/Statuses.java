package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refusals as the status a real gateway gives for them. */
final class Statuses {

    private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);

    private Statuses() {}

    static StatusRuntimeException of(Throwable failed) {
        return switch (failed) {
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case Refusal refused ->
                code(refused.kind()).withDescription(refused.getMessage()).asRuntimeException();
            case TimeoutException late ->
                Status.DEADLINE_EXCEEDED
                        .withDescription("Time out between gateway and broker: " + late.getMessage())
                        .asRuntimeException();
            default -> {
                LOG.error("A gRPC request failed", failed);
                yield Status.INTERNAL
                        .withDescription(
                                "Unexpected error occurred during the request processing: " + failed.getMessage())
                        .asRuntimeException();
            }
        };
    }

    private static Status code(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
            case NOT_FOUND -> Status.NOT_FOUND;
            case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
            case INVALID_STATE -> Status.FAILED_PRECONDITION;
            case PROCESSING_ERROR, INTERNAL -> Status.INTERNAL;
            case UNAUTHORIZED, FORBIDDEN -> Status.PERMISSION_DENIED;
            case EXCEEDED_BATCH_RECORD_SIZE -> Status.UNKNOWN;
            case UNAVAILABLE -> Status.UNAVAILABLE;
            case TIMEOUT -> Status.DEADLINE_EXCEEDED;
        };
    }
}
