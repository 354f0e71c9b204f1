package fr.acquis.livret2.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Proof;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Where its pages are looked at, each reader's way. */
    public String proofPath(Proof proof) {
        return pagePath(proof, "1");
    }

    /** Where to look in a proof, each with the way to it: the first page of each stretch the candidate named. */
    public List<Look> looks(Proof proof) {
        if (proof.pages() == null) {
            return List.of();
        }
        return Stream.of(proof.pages().split("[,;]"))
                .map(String::strip)
                .filter(stretch -> !stretch.isEmpty())
                .map(stretch -> new Look(stretch, pagePath(proof, stretch.split("[-–]")[0].strip())))
                .toList();
    }

    private static String pagePath(Proof proof, String page) {
        return "/evidence/" + proof.evidence() + "/pages/" + page;
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

    public int skills() {
        return livret.content().entries().size();
    }

    public int unanswered() {
        return livret.content().entries().stream()
                .mapToInt(entry -> entry.unanswered().size())
                .sum();
    }

    public long unproven() {
        return livret.content().entries().stream()
                .filter(entry -> !entry.proven())
                .count();
    }

    public long missing(Content.Bloc bloc) {
        return bloc.incomplete();
    }

    /** @param stretch as the candidate wrote it: "2", "5-7" */
    record Look(String stretch, String href) {}
}
