/**
 * Small staff tasks as forms drawn in a modeller: shown by the form viewer, validated again here against the same file,
 * handed to the room that owns the task.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {
            "certification",
            "journey",
            "worklist",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.forms;
