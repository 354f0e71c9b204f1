/**
 * Livret 2 (dossier de validation): written by the candidate skill by skill with its proofs, reviewed by an adviser where the
 * candidate asks for it, deposited, assembled into one file, checked by an agent and completed where a problem was found.
 *
 * <p>What enters: the attempt the process opens, words and links of the candidate, remarks of the adviser, the agent's verdict.
 * What leaves: deposited contents and their file, for the jury, through {@link fr.acquis.livret2.Livret2s}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Livret 2",
        allowedDependencies = {
            "award",
            "certification",
            "evidence",
            "forms",
            "journey",
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
package fr.acquis.livret2;
