package fr.acquis.evidence;

/** There is no such piece, or not for this person: the answer is the same. */
public class UnknownEvidence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownEvidence(EvidenceId id) {
        super("no such evidence: " + id);
    }

    public String messageKey() {
        return "evidence.unknown";
    }
}
