package fr.acquis.evidence.work;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.Findings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Once a person has said what a document is, what it says is proposed by that; answers given before stay. */
@Service
public class ProposalsAgain {

    private final EvidenceRows rows;
    private final Findings findings;
    private final Understanding understanding;

    ProposalsAgain(EvidenceRows rows, Findings findings, Understanding understanding) {
        this.rows = rows;
        this.findings = findings;
        this.understanding = understanding;
    }

    @Transactional
    public void again(EvidenceId id) {
        Evidence piece = rows.any(id).orElseThrow();
        int number = piece.current().number();
        findings.text(id, number).ifPresent(text -> {
            findings.forgetProposals(id, number);
            findings.propose(
                    id,
                    number,
                    understanding
                            .of(text, piece.kind(), true, piece.candidate())
                            .proposals());
        });
    }
}
