package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of pieces opened from the livret: only the pieces it names, and only by the candidate and the certifying body. Its other
 * readers look at pages with numbers covered ({@link fr.acquis.evidence.PieceViewer}).
 */
@Service
public class Readings {

    private final Livret2s livrets;
    private final Journeys journeys;
    private final Evidences evidences;
    private final CurrentPerson current;

    Readings(Livret2s livrets, Journeys journeys, Evidences evidences, CurrentPerson current) {
        this.livrets = livrets;
        this.journeys = journeys;
        this.current = current;
        this.evidences = evidences;
    }

    /**
     * Opens a piece the livret names, as far as the signed-in person may read the livret; to be closed by the caller.
     *
     * @throws BusinessRefusal when they may look at its pages only
     * @throws UnknownEvidence when it names no such piece, or the piece was withdrawn
     */
    @Transactional
    public EvidenceContent open(JourneyId id, int attempt, EvidenceId evidence) {
        if (!opensFiles(id)) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "livret2.refused.pages-only");
        }
        Livret2 livret = livrets.get(id, attempt);
        if (!livret.content().evidences().contains(evidence)) {
            throw new UnknownEvidence(evidence);
        }
        livrets.recordReading(livret, "read-evidence", Map.of("evidence", evidence.toString()));
        return evidences.openHeld(evidence);
    }

    /** Whether the files themselves are open to the signed-in person, who sees the case. */
    @Transactional(readOnly = true)
    public boolean opensFiles(JourneyId id) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        return journey.candidate().equals(me.id()) || journey.handledBy(me);
    }
}
