package fr.acquis.certification;

/**
 * A branch with how many certifications it has.
 *
 * @param running that stand at the register today
 * @param ended whose registration has ended, or that were withdrawn
 */
public record BranchSummary(Branch branch, int running, int ended) {}
