/**
 * What a candidate holds for life and what is delivered for it: blocs acquired, their attestations, the certificate of the
 * branch, what the candidate chooses after the result, and appeals.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Award",
        allowedDependencies = {
            "certification",
            "journey",
            "worklist",
            "notification",
            "evidence",
            "workflow",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.award;
