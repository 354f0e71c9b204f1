package fr.acquis.livret2.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Proof;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A livret to look at.
 *
 * @param names of pieces that stand; one that is not there was withdrawn
 * @param own whether its candidate looks
 */
record Livret2View(
        Livret2 livret,
        Map<EvidenceId, Evidence> names,
        @Nullable AssembledFile file,
        boolean own,
        boolean writes) {

    public String base() {
        return "/journeys/" + livret.journey() + "/livret2";
    }

    public String proofPath(Proof proof) {
        return base() + "/attempts/" + livret.attempt() + "/pieces/" + proof.evidence();
    }

    public @Nullable String name(Proof proof) {
        Evidence piece = names.get(proof.evidence());
        return piece == null ? null : piece.current().fileName();
    }

    /** Where the proof begins in the assembled file, 0 when that is not known. */
    public int page(Proof proof) {
        return file == null
                ? 0
                : file.place(proof.evidence()).map(AssembledFile.Place::page).orElse(0);
    }

    public int incomplete() {
        return livret.content().incomplete().size();
    }

    public long missing(Content.Bloc bloc) {
        return bloc.incomplete();
    }
}
