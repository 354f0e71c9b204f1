package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Files that come in parts: what has arrived stays when the connection breaks, the page is closed or the server dies. All verbs
 * are the signed-in person's; none may be called inside a transaction.
 */
public interface Sendings {

    /**
     * Begins, or goes on with, the sending of a file of the same fingerprint and size. The caller has checked that the person
     * may attach.
     *
     * @throws RefusedFile when it cannot be taken in whatever it holds: type, size, room
     */
    Sending begin(SendingWish wish);

    /**
     * Takes a file that comes with the wish for it. Whole and short enough for one part, it is a piece at once; what breaks off is
     * a sending as if it had been begun. One that was begun before stands where it stands, and nothing of the content is read.
     *
     * @return received in full where it became a piece
     * @throws RefusedFile when it is not acceptable: nothing of it stays
     */
    Sending take(SendingWish wish, InputStream content);

    /** The person's own. */
    Optional<Sending> find(EvidenceId id);

    /** The person's own in a journey, the oldest first. */
    List<Sending> open(JourneyId journey);

    /**
     * Keeps what comes, up to the end of the file; with its last byte the file is checked and becomes a piece. When the stream
     * breaks, what came before is kept.
     *
     * @param offset where in the file the stream begins
     * @return how many bytes are kept now
     * @throws SendingConflict when the file stands elsewhere
     * @throws RefusedFile when the whole file is not acceptable: nothing of it stays
     * @throws UnknownEvidence when there is no such sending of this person
     */
    long append(EvidenceId id, long offset, InputStream content);

    /** Gives a file up: nothing of it stays. Twice changes nothing. */
    void abandon(EvidenceId id);

    JourneyRoom room(JourneyId journey);
}
