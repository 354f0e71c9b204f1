package fr.acquis.evidence;

import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether and as what the signed-in person looks at a piece. An identity document is handed to nobody, and none of its pages is
 * ever drawn.
 */
@Component
class PieceSights {

    private final EvidenceRows pieces;
    private final AskedRooms rooms;
    private final CurrentPerson current;

    PieceSights(EvidenceRows pieces, AskedRooms rooms, CurrentPerson current) {
        this.pieces = pieces;
        this.rooms = rooms;
        this.current = current;
    }

    record Seen(Evidence piece, Sight sight) {

        /** A film has no pages and no numbers on them: whoever was handed it opens it. */
        boolean opensFile() {
            return sight.opensOriginal() || piece.current().type() == FileType.MP4;
        }
    }

    /** @throws UnknownEvidence when the person may not look at it, or its content is gone */
    Seen of(EvidenceId id) {
        SignedIn me = current.get();
        Optional<Evidence> visible = pieces.visible(id);
        Seen seen = visible.map(piece -> new Seen(piece, piece.candidate().equals(me.id()) ? Sight.OWNER : Sight.BODY))
                .or(() -> handed(id, me))
                .orElseThrow(() -> new UnknownEvidence(id));
        if (!seen.piece().opens()) {
            throw new UnknownEvidence(id);
        }
        return seen;
    }

    private Optional<Seen> handed(EvidenceId id, SignedIn me) {
        return pieces.any(id)
                .filter(piece -> !piece.kind().identityDocument())
                .flatMap(piece -> rooms.handed(piece.journey(), id, me).map(sight -> new Seen(piece, sight)));
    }
}
