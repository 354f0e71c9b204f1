package fr.acquis.workflow.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Reads the client's exceptions. */
final class Replies {

    /** The engine refuses for good what its log cannot hold in one piece, under a status that looks like a passing fault. */
    private static final String TOO_LARGE = "rejected with code 'EXCEEDED_BATCH_RECORD_SIZE'";

    private Replies() {}

    static Reply of(ClientException failed) {
        return switch (failed) {
            case ClientStatusException grpc when saysTooLarge(grpc.getStatus().getDescription()) -> Reply.TOO_LARGE;
            case ClientStatusException grpc -> of(grpc.getStatusCode());
            case ProblemException problem when saysTooLarge(problem.details().getDetail()) -> Reply.TOO_LARGE;
            case ProblemException problem when problem.code() == 409 -> conflict(problem);
            case ClientHttpException http -> of(http.code());
            // No answer at all: refused connection, broken stream, time out.
            default -> Reply.UNAVAILABLE;
        };
    }

    private static boolean saysTooLarge(@Nullable String detail) {
        return detail != null && detail.contains(TOO_LARGE);
    }

    private static Reply of(Status.Code code) {
        return switch (code) {
            case OK -> Reply.OK;
            case INVALID_ARGUMENT, OUT_OF_RANGE -> Reply.INVALID;
            case UNAUTHENTICATED -> Reply.UNAUTHENTICATED;
            case PERMISSION_DENIED -> Reply.FORBIDDEN;
            case NOT_FOUND -> Reply.NOT_FOUND;
            case ALREADY_EXISTS -> Reply.ALREADY_EXISTS;
            case FAILED_PRECONDITION -> Reply.WRONG_STATE;
            case UNIMPLEMENTED -> Reply.NOT_SUPPORTED;
            case RESOURCE_EXHAUSTED -> Reply.BUSY;
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, ABORTED, CANCELLED, DATA_LOSS -> Reply.UNAVAILABLE;
            case UNKNOWN -> Reply.UNAVAILABLE;
        };
    }

    private static Reply of(int status) {
        return switch (status) {
            case 400 -> Reply.INVALID;
            case 401 -> Reply.UNAUTHENTICATED;
            case 403 -> Reply.FORBIDDEN;
            case 404 -> Reply.NOT_FOUND;
            case 409 -> Reply.WRONG_STATE;
            case 413 -> Reply.TOO_LARGE;
            case 429 -> Reply.BUSY;
            case 501 -> Reply.NOT_SUPPORTED;
            default -> status >= 500 || status == 408 ? Reply.UNAVAILABLE : Reply.UNKNOWN;
        };
    }

    /** The engine has one status and one title for both; only its sentence tells a listener's no. */
    private static Reply conflict(ProblemException problem) {
        if ("ALREADY_EXISTS".equals(problem.details().getTitle())) {
            return Reply.ALREADY_EXISTS;
        }
        String detail = problem.details().getDetail();
        return detail != null && detail.contains("denied by Task Listener") ? Reply.DENIED : Reply.WRONG_STATE;
    }
}
