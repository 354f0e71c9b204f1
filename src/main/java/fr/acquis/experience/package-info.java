/**
 * Periods of experience: what confirmed documents add up to. Calendar overlaps are counted once, hours of parallel jobs are
 * added, and each hour is traced to the page it was read from.
 *
 * <p>What enters: facts people have answered to, from {@link fr.acquis.evidence.Facts}. What leaves: an account, line by line,
 * for the candidate and for whoever decides. It decides nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Experience",
        allowedDependencies = {
            "evidence",
            "journey",
            "certification",
            "identity",
            "shared",
            "platform",
            "platform::api",
            "shell"
        })
package fr.acquis.experience;
