/** The conversation with the engine: connection, deployment, sending commands, taking jobs, reading what is open. */
package fr.acquis.workflow.engine;
