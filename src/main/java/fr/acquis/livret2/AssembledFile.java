package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one PDF of a deposit.
 *
 * @param size in bytes
 * @param pieces in the order of the file
 */
public record AssembledFile(long size, int pages, Sha256 sha256, Instant assembledAt, List<Place> pieces) {

    public AssembledFile {
        pieces = List.copyOf(pieces);
    }

    public Optional<Place> place(EvidenceId evidence) {
        return pieces.stream()
                .filter(place -> place.evidence().equals(evidence))
                .findFirst();
    }

    /**
     * Where a piece stands in the file.
     *
     * @param number of the piece, from 1
     * @param page where it begins, from 1
     * @param pages how many it takes
     */
    public record Place(EvidenceId evidence, int number, int page, int pages, Inclusion inclusion) {}

    /** How a piece got into the file; whatever is not {@link #PAGES} is said on a page of its own. */
    public enum Inclusion {
        /** Its pages, or the picture. */
        PAGES,
        /** Of a type that has no pages here: opened beside the file. */
        SEPARATE,
        ENCRYPTED,
        UNREADABLE,
        TOO_HEAVY,
        INFECTED,
        WITHDRAWN;

        public String messageKey() {
            return "livret2.file.inclusion." + name();
        }
    }
}
