package fr.acquis.evidence;

/** The sender thinks another number of bytes has arrived, or another request of theirs goes on with the same file. */
public class SendingConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SendingConflict(EvidenceId id) {
        super("another request goes on with " + id);
    }
}
