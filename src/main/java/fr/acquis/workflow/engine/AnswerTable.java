package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.EngineCommand.CompleteTask;
import fr.acquis.workflow.EngineCommand.Publish;
import fr.acquis.workflow.ParkReason;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.engine.CommandAnswer.Note;
import fr.acquis.workflow.engine.CommandAnswer.Parked;
import fr.acquis.workflow.engine.CommandAnswer.Settled;
import fr.acquis.workflow.engine.CommandAnswer.TryAgain;
import fr.acquis.workflow.store.PendingCommand;
import java.time.Duration;

/** The one table of what is permanent, what is done, and what may be tried again. */
final class AnswerTable {

    private static final Duration WRONG_STATE_MOST = Duration.ofSeconds(1);

    private final WorkflowSettings settings;
    private final Backoff backoff;

    AnswerTable(WorkflowSettings settings, Backoff backoff) {
        this.settings = settings;
        this.backoff = backoff;
    }

    CommandAnswer read(PendingCommand sent, Reply reply) {
        return switch (reply) {
            case OK -> new Settled(Note.ACCEPTED);
            case INVALID -> new Parked(ParkReason.INVALID);
            case FORBIDDEN -> new Parked(ParkReason.FORBIDDEN);
            case TOO_LARGE -> new Parked(ParkReason.TOO_LARGE);
            case NOT_SUPPORTED -> new Parked(ParkReason.NOT_SUPPORTED);
            case DENIED -> new Parked(ParkReason.DENIED);
            case UNKNOWN -> new Parked(ParkReason.UNKNOWN_ANSWER);
            case UNAUTHENTICATED, BUSY, UNAVAILABLE -> again(sent);
            case NOT_FOUND, ALREADY_EXISTS, WRONG_STATE -> ofItsOwn(sent, reply);
        };
    }

    private CommandAnswer ofItsOwn(PendingCommand sent, Reply reply) {
        return switch (sent.command()) {
            case Publish publish ->
                switch (reply) {
                    case ALREADY_EXISTS -> new Settled(Note.REPEATED);
                    default -> new Parked(ParkReason.UNKNOWN_ANSWER);
                };
            case CompleteTask complete ->
                switch (reply) {
                    case NOT_FOUND -> new Settled(Note.GONE);
                    case WRONG_STATE -> stillBeingCreated(sent);
                    default -> new Parked(ParkReason.UNKNOWN_ANSWER);
                };
        };
    }

    private CommandAnswer stillBeingCreated(PendingCommand sent) {
        return sent.tryingFor().compareTo(settings.wrongState()) >= 0
                ? new Parked(ParkReason.WRONG_STATE)
                : new TryAgain(backoff.after(sent.attempts(), WRONG_STATE_MOST));
    }

    /** A message repeated after the engine forgot the first would happen twice; a task cannot be completed twice. */
    private CommandAnswer again(PendingCommand sent) {
        return sent.command() instanceof EngineCommand.Publish
                        && sent.tryingFor().compareTo(settings.retryWindow()) >= 0
                ? new Parked(ParkReason.RETRY_WINDOW_PASSED)
                : new TryAgain(backoff.after(sent.attempts(), settings.backoffMost()));
    }
}
