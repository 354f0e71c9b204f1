/**
 * Pilotage: where the cases of a certifying body stand, what is late and how long steps take, each number with its
 * definition and the list behind it. Reads only: views other rooms own, and delays counted by month by a job of its own.
 * The engine is never asked.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {
            "certification",
            "journey",
            "worklist",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "shell"
        })
package fr.acquis.insight;
