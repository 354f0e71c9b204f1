package fr.acquis.admissibility.api;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.PieceCheck;
import fr.acquis.admissibility.Section;
import fr.acquis.evidence.EvidenceKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Livret 1 as it is held.
 *
 * @param writable whether the caller may change it now
 * @param gaps what stands between it and its submission
 */
record Livret1Detail(
        Livret1 content,
        @Nullable OffsetDateTime savedAt,
        boolean writable,
        List<Livret1Gap> gaps,
        List<Livret1Piece> pieces) {

    /**
     * @param pointer into {@code content}, as a JSON pointer in a fragment
     * @param code of the rule
     */
    record Livret1Gap(Section section, String pointer, String code, String detail) {}

    /**
     * @param kinds of evidence that answer it
     * @param evidence that answers it
     */
    record Livret1Piece(
            String code, String label, boolean needed, boolean missing, Set<EvidenceKind> kinds, List<UUID> evidence) {

        static Livret1Piece of(PieceCheck.PieceState state) {
            return new Livret1Piece(
                    state.piece().code(),
                    state.piece().label(),
                    state.needed(),
                    state.missing(),
                    PieceCheck.kinds(state.piece().code()),
                    state.given().stream().map(one -> one.id().value()).toList());
        }
    }
}
