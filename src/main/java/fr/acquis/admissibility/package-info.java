/**
 * Livret 1 (dossier de faisabilité) and the decision on its recevabilité: the form and its pieces, what the rules propose
 * and why, the request for completion, the decision by a person or by silence, and what is sent to say so.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Admissibility",
        allowedDependencies = {
            "certification",
            "journey",
            "evidence",
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
package fr.acquis.admissibility;
