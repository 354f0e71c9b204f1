/**
 * The case: one candidate, one certification aimed at, from the first draft to the end. Owns the facts of the case and the
 * legal clock; opens, moves and ends its process. What is asked next is the worklist's to say, never a column here.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Journey",
        allowedDependencies = {
            "certification",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.journey;
