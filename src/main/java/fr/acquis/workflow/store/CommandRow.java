package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.RoutingFacts;
import org.jspecify.annotations.Nullable;

/** A command as it is kept. */
record CommandRow(
        Kind kind,
        @Nullable String messageName,
        @Nullable String correlationKey,
        @Nullable String messageId,
        @Nullable Long taskKey,
        String facts) {

    enum Kind {
        PUBLISH,
        COMPLETE_TASK
    }

    /** A message without an id of its own is told from its repetitions by its place in the journey. */
    static CommandRow of(JourneyId journey, long seq, EngineCommand command) {
        return switch (command) {
            case EngineCommand.Publish publish ->
                new CommandRow(
                        Kind.PUBLISH,
                        publish.messageName(),
                        publish.correlationKey(),
                        publish.messageId() == null ? journey + ":" + seq : publish.messageId(),
                        null,
                        publish.facts().json());
            case EngineCommand.CompleteTask complete ->
                new CommandRow(
                        Kind.COMPLETE_TASK,
                        null,
                        null,
                        null,
                        complete.taskKey(),
                        complete.facts().json());
        };
    }

    EngineCommand command() {
        RoutingFacts routing = RoutingFacts.parse(facts);
        return switch (kind) {
            case PUBLISH -> new EngineCommand.Publish(messageName, correlationKey, messageId, routing);
            case COMPLETE_TASK -> new EngineCommand.CompleteTask(taskKey, routing);
        };
    }
}
