/**
 * Human tasks: who is asked what, by when, and who took it. A row is born when the engine creates its user task and only
 * moves forward (open, submitted, done or cancelled); lists are read here, never from the engine.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Worklist",
        allowedDependencies = {
            "certification",
            "journey",
            "notification",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.worklist;
