/**
 * The catalogue: certifications (CQP, CQPI) with their standard, whether VAE is open for them and why, and the dated
 * parameters of their règlement. Anyone reads it, before having an account too; a certifying body edits what is its own.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Certification",
        allowedDependencies = {"identity", "audit", "shared", "platform", "platform::api", "shell"})
package fr.acquis.certification;
