package fr.acquis.evidence;

import java.util.Collection;

/** Pages of pieces for what is made of them and read by others: no number that identifies or pays a person stays readable. */
public interface CoveredPages {

    /**
     * What is known of the pages of these pieces; pages that need a drawing are asked for, and drawn while the caller is busy
     * with others. The caller has checked that they may be shown to whom they are made for.
     */
    Covering of(Collection<Evidence> pieces);

    interface Covering {

        /**
         * How a page is shown; waits for its drawing where it needs one.
         *
         * @param page from 1
         * @throws UnknownEvidence when the piece was withdrawn meanwhile
         * @throws StoreUnavailable when store or drawers do not answer
         */
        ShownPage page(EvidenceId piece, int page);

        /** The same for a page that cannot be taken from its file whatever is on it. */
        ShownPage drawn(EvidenceId piece, int page);
    }
}
