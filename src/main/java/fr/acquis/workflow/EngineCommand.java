package fr.acquis.workflow;

import org.jspecify.annotations.Nullable;

/** What the outbox can ask of the engine. */
public sealed interface EngineCommand {

    RoutingFacts facts();

    /** @param messageId null when the outbox shall make one from the journey and the command's number */
    record Publish(
            String messageName,
            String correlationKey,
            @Nullable String messageId,
            RoutingFacts facts) implements EngineCommand {}

    record CompleteTask(long taskKey, RoutingFacts facts) implements EngineCommand {}
}
