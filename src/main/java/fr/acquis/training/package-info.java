/**
 * Plan de formation complémentaire: what to do for the blocs not obtained, who pays, what was done and proved, and the
 * moment the candidate is ready to try again.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Training",
        allowedDependencies = {
            "certification",
            "journey",
            "award",
            "forms",
            "worklist",
            "notification",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.training;
