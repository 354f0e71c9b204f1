package fr.acquis.evidence;

import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.FactRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What documents say of a candidate's experience: read by the machine, answered by the candidate and by the certifying body,
 * whose word is the last. Whoever sees a piece sees its facts.
 */
@Service
@Transactional
public class Facts {

    private static final int MOST_LINES = 80;

    private final EvidenceRows pieces;
    private final FactRows facts;
    private final CurrentPerson current;

    Facts(EvidenceRows pieces, FactRows facts, CurrentPerson current) {
        this.pieces = pieces;
        this.facts = facts;
        this.current = current;
    }

    /** @throws UnknownEvidence when the person may not see the piece */
    @Transactional(readOnly = true)
    public List<StatedLine> of(EvidenceId id) {
        return facts.of(visible(id));
    }

    /** Of all standing pieces of a journey the person may see, in the order they were attached. */
    @Transactional(readOnly = true)
    public List<StatedLine> of(JourneyId journey) {
        List<Evidence> standing =
                pieces.visible(journey).stream().filter(Evidence::opens).toList();
        return facts.of(standing);
    }

    /** All of a line is right. */
    public void confirm(EvidenceId id, int line) {
        Evidence piece = open(id);
        requireLine(piece, line);
        facts.confirm(piece, line, answering(piece));
    }

    /** The line says nothing that counts. */
    public void reject(EvidenceId id, int line) {
        Evidence piece = open(id);
        requireLine(piece, line);
        facts.reject(piece, line, answering(piece));
    }

    /** What the line really says; a value as it was read is confirmed, another corrects it, none rejects it. */
    public void correct(EvidenceId id, int line, LineAnswer answer) {
        Evidence piece = open(id);
        requireLine(piece, line);
        requirePeriod(answer);
        facts.correct(piece, line, answer, answering(piece));
    }

    /** A line the machine did not read. */
    public void add(EvidenceId id, LineAnswer answer) {
        Evidence piece = open(id);
        requirePeriod(answer);
        int line = facts.lastLine(piece) + 1;
        if (line > MOST_LINES) {
            throw new BusinessRefusal(Kind.INVALID, "evidence.facts.too-many");
        }
        facts.correct(piece, line, answer, answering(piece));
    }

    /** The document is, or is not, about the candidate although it bears another name. */
    public void answerName(EvidenceId id, boolean theirs) {
        Evidence piece = open(id);
        facts.answerName(piece, theirs, answering(piece));
    }

    /** Only what stands there is answered to; a line of one's own is added. */
    private void requireLine(Evidence piece, int line) {
        if (facts.of(piece).stream().noneMatch(one -> one.line() == line)) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "evidence.facts.no-line");
        }
    }

    private static void requirePeriod(LineAnswer answer) {
        if (!answer.hasPeriod()) {
            throw new BusinessRefusal(Kind.INVALID, "evidence.facts.no-period");
        }
    }

    private FactRows.Answering answering(Evidence piece) {
        SignedIn person = current.get();
        return new FactRows.Answering(person.id(), !piece.candidate().equals(person.id()));
    }

    private Evidence open(EvidenceId id) {
        Evidence piece = visible(id);
        if (!piece.opens() || piece.kind().identityDocument()) {
            throw new UnknownEvidence(id);
        }
        return piece;
    }

    private Evidence visible(EvidenceId id) {
        return pieces.visible(id).orElseThrow(() -> new UnknownEvidence(id));
    }
}
