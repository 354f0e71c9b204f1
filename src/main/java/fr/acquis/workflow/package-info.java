/**
 * The only room that knows the engine. Business rooms append commands to it in their own transaction
 * ({@link fr.acquis.workflow.Processes}, {@link fr.acquis.workflow.HumanTasks}) and give it
 * {@link fr.acquis.workflow.Worker}s; it sends, receives, retries, and says in words what is stuck
 * ({@link fr.acquis.workflow.Blocks}). Knows no rule of the trade: what enters is a journey's id and routing facts.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"audit", "identity", "shared", "shell", "platform"})
package fr.acquis.workflow;
