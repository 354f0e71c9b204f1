package fr.acquis.certification;

import java.util.List;

/**
 * What an import would do, to be looked at before it is applied.
 *
 * @param additions not here yet
 * @param corrections here by the register alone, and it says otherwise now
 * @param untouched here and the same, or owned by a body that describes it itself
 * @param refused lines that say nothing usable
 */
public record CatalogueChanges(
        List<NewCertification> additions, List<Correction> corrections, int untouched, List<RefusedLine> refused) {

    public CatalogueChanges {
        additions = List.copyOf(additions);
        corrections = List.copyOf(corrections);
        refused = List.copyOf(refused);
    }

    public boolean none() {
        return additions.isEmpty() && corrections.isEmpty();
    }

    public record Correction(Certification before, NewCertification now) {}

    /** @param line counted from 1, the heading included */
    public record RefusedLine(int line, String reason) {}
}
