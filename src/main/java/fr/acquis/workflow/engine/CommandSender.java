package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineCommand;

/** Says one command to the engine and waits for its answer; never throws. */
interface CommandSender {

    Reply send(EngineCommand command);
}
