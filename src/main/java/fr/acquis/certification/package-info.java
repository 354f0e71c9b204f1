/**
 * The catalogue: certifications (CQP, CQPI) with their standard, whether VAE is open for them and why, and the dated
 * parameters of their règlement. Every signed-in person reads it; a certifying body edits what is its own.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Certification",
        allowedDependencies = {"identity", "audit", "shared", "platform"})
package fr.acquis.certification;
