package fr.acquis.admissibility;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.PieceWanted;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import org.springframework.stereotype.Component;

/** A file sent from below a piece that was asked for answers that piece. */
@Component
class AnswersSent implements PieceWanted {

    private static final String PIECE = "completion-";

    private final CompletionAnswers answers;

    AnswersSent(CompletionAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void arrived(JourneyId journey, EvidenceId piece, String wanted) {
        if (!wanted.startsWith(PIECE)) {
            return;
        }
        try {
            answers.provide(journey, Integer.parseInt(wanted.substring(PIECE.length())), piece);
        } catch (BusinessRefusal | NumberFormatException noSuchPiece) {
            // The file is among those of the case; when the answers are sent it counts for the first piece it can
            // answer.
        }
    }
}
