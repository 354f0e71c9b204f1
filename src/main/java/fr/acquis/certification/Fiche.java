package fr.acquis.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fiche of the register as France compétences publishes it.
 *
 * @param active whether it stands at the register, whatever its dates
 * @param successor number of the fiche that replaces it
 * @param certifiers SIRET (may be empty) and name, in the order of names
 * @param blocks code and title, in the order of codes
 * @param jobs ROME code and label
 * @param conventions collective agreements: number as the register has it, and label
 * @param ways none: the register does not say
 */
public record Fiche(
        String number,
        String title,
        @Nullable Level level,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredUntil,
        boolean active,
        @Nullable String successor,
        List<Coded> certifiers,
        List<Coded> blocks,
        List<Coded> jobs,
        List<Coded> conventions,
        Set<AccessWay> ways) {

    public Fiche {
        certifiers = List.copyOf(certifiers);
        blocks = List.copyOf(blocks);
        jobs = List.copyOf(jobs);
        conventions = List.copyOf(conventions);
        ways = java.util.Collections.unmodifiableSet(new TreeSet<>(ways));
    }

    /** A code of a list and what it stands for. */
    public record Coded(String code, String label) {}

    public Registration registration() {
        return number.startsWith("RS") ? Registration.RS : Registration.RNCP;
    }

    /** It stands at the register that day: not withdrawn, not ended. */
    public boolean runsOn(LocalDate day) {
        return active && (registeredUntil == null || !day.isAfter(registeredUntil));
    }

    /** The register says which ways lead there, and experience is not one of them. */
    public boolean closedToExperience() {
        return !ways.isEmpty() && !ways.contains(AccessWay.EXPERIENCE);
    }
}
