package fr.acquis.admissibility;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.journey.Journey;
import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** The proof of a filing on the portal, sent by the body's people: a piece of the case, which its candidate sees. */
@Service
public class PortalProofs {

    private final PortalFilings filings;
    private final Evidences evidences;

    PortalProofs(PortalFilings filings, Evidences evidences) {
        this.filings = filings;
        this.evidences = evidences;
    }

    /**
     * Outside any transaction: a large file would hold it open.
     *
     * @throws RefusedFile when the file is not acceptable
     * @throws StoreUnavailable when the store does not answer
     */
    public EvidenceId attach(JourneyId id, String fileName, String declaredType, InputStream content, long size) {
        Journey journey = filings.recordable(id);
        return evidences.attach(
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                EvidenceKind.OTHER,
                fileName,
                declaredType,
                content,
                size);
    }
}
