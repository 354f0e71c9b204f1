package fr.acquis.livret2.assembly;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.Deposit;
import java.util.Map;

/**
 * What is assembled.
 *
 * @param pieces of the case as they are now; one that is not there was withdrawn
 */
public record Dossier(
        String candidate,
        String caseNumber,
        String certification,
        String certifyingBody,
        Deposit deposit,
        Map<EvidenceId, Evidence> pieces) {}
