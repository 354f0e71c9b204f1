package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.shared.JourneyId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pieces opened by those who read the livret: only the pieces it names. */
@Service
public class Readings {

    private final Livret2s livrets;
    private final Evidences evidences;

    Readings(Livret2s livrets, Evidences evidences) {
        this.livrets = livrets;
        this.evidences = evidences;
    }

    /**
     * Opens a piece the livret names, as far as the signed-in person may read the livret; to be closed by the caller.
     *
     * @throws UnknownEvidence when it names no such piece, or the piece was withdrawn
     */
    @Transactional
    public EvidenceContent open(JourneyId id, int attempt, EvidenceId evidence) {
        Livret2 livret = livrets.get(id, attempt);
        if (!livret.content().evidences().contains(evidence)) {
            throw new UnknownEvidence(evidence);
        }
        livrets.recordReading(livret, "read-evidence", Map.of("evidence", evidence.toString()));
        return evidences.openHeld(evidence);
    }
}
