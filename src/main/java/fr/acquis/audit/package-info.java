/**
 * The append-only log: who did what, when and from where, in one hash chain per subject. A state change calls
 * {@link fr.acquis.audit.Audit#record} in its own transaction. Facts are ids and codes, never a person's data.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "platform"})
package fr.acquis.audit;
