/**
 * Échanges: what is written about a case. One thread with the candidate, their adviser and the certifying body; internal notes
 * apart, which the candidate and jurors never see. Files joined to a message are pieces of the case. Who wrote is told from
 * whoever may read; what is written stands in no mail, and a mail may be
 * answered: the answer arrives here.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {
            "certification",
            "journey",
            "worklist",
            "evidence",
            "notification",
            "identity",
            "audit",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.exchange;
