/**
 * The jury: sessions with their panel and order of passage, summonses, evaluation per bloc and skill, deliberation, minutes
 * and the result told to the candidate. A session is an aggregate of its own; the process asks for one hearing per case and
 * knows seats, never people. Marks of others are shown to nobody before they are closed.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Jury",
        allowedDependencies = {
            "award",
            "certification",
            "evidence",
            "journey",
            "livret2",
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
package fr.acquis.jury;
