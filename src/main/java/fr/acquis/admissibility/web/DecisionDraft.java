package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.PieceCheck.PieceState;
import fr.acquis.admissibility.RefusalReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the three forms of the decision page: nothing yet but the missing pieces, or what an agent typed and that
 * could not be taken, shown back as it was.
 *
 * @param sentBack the form that could not be taken, null on a fresh page
 * @param why the key of what to correct
 */
record DecisionDraft(
        @Nullable Form sentBack,
        @Nullable String why,
        List<CompletionRequest.Piece> pieces,
        @Nullable LocalDate answerBy,
        List<RefusalReason> reasons) {

    private static final CompletionRequest.Piece NO_PIECE = new CompletionRequest.Piece("", null);
    private static final RefusalReason NO_REASON = new RefusalReason("", "", null);
    private static final int REASONS = 3;

    enum Form {
        ASK,
        REFUSE
    }

    DecisionDraft {
        pieces = padded(pieces, NO_PIECE, pieces.size() + 2);
        reasons = padded(reasons, NO_REASON, REASONS);
    }

    static DecisionDraft fresh(List<PieceState> states) {
        return new DecisionDraft(null, null, missing(states), null, List.of());
    }

    static DecisionDraft asked(String why, List<CompletionRequest.Piece> pieces, @Nullable LocalDate answerBy) {
        return new DecisionDraft(Form.ASK, why, pieces, answerBy, List.of());
    }

    static DecisionDraft refused(String why, List<RefusalReason> reasons, List<PieceState> states) {
        return new DecisionDraft(Form.REFUSE, why, missing(states), null, reasons);
    }

    public boolean wrong(String form) {
        return sentBack == Form.valueOf(form);
    }

    private static List<CompletionRequest.Piece> missing(List<PieceState> states) {
        return states.stream()
                .filter(PieceState::missing)
                .map(state -> new CompletionRequest.Piece(state.piece().label(), null))
                .toList();
    }

    /** An empty line or two are always offered. */
    private static <T> List<T> padded(List<T> lines, T empty, int least) {
        List<T> all = new ArrayList<>(lines);
        while (all.size() < least) {
            all.add(empty);
        }
        return List.copyOf(all);
    }
}
