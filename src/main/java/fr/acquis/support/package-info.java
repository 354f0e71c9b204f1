/**
 * Accompagnement: the support bodies a candidate may choose, the adviser named, sessions held, and its end at either's word.
 * Optional from beginning to end; an adviser never decides and never judges their candidate.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Support",
        allowedDependencies = {
            "certification",
            "journey",
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
package fr.acquis.support;
