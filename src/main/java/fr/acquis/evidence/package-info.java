/**
 * Pieces and proofs: files a candidate attaches to a journey. Every file is checked before it is stored, kept unchanged under
 * a key of its own in the object store, and shown only to whom the row says. An identity document
 * is a class of its own: never read by the machine, erased once a person has checked it.
 *
 * <p>What enters: bytes from outside, through {@link fr.acquis.evidence.Evidences#attach}. What leaves: facts about files,
 * and their content to those who may see it. Whether a person may attach to a journey is asked of
 * {@link fr.acquis.evidence.EvidenceAccess}, which the room that owns journeys answers.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"identity", "audit", "shared", "platform", "platform::api", "shell"})
package fr.acquis.evidence;
