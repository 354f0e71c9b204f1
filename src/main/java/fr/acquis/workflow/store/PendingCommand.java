package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import java.time.Duration;

/**
 * The oldest unsettled command of a journey.
 *
 * @param attempts tries already answered
 * @param tryingFor since the first try; zero before it
 */
public record PendingCommand(JourneyId journey, long seq, EngineCommand command, int attempts, Duration tryingFor) {}
