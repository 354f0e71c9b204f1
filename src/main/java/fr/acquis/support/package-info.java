/**
 * Accompagnement: the support bodies a candidate may choose, the adviser named, the agreement and who pays, sessions planned and
 * held with their attendance, the question how it goes, its end at either’s word, and the file of all that for an audit.
 * Optional from beginning to end; an adviser never decides and never judges their candidate.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Support",
        allowedDependencies = {
            "certification",
            "journey",
            "evidence",
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
