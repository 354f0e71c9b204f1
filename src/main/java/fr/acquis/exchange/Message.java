package fr.acquis.exchange;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.ScanState;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something written about a case.
 *
 * @param authorName how they are called on screen; the candidate is told the body's name instead of an agent's
 * @param adviserReads of a note: whether the case's adviser reads it too
 * @param text null once it was taken back
 * @param byMail whether it came as an answer to a mail
 * @param leftOut names of the files that came with it and were not taken
 * @param correctedAt when its author last changed it; null when never
 */
public record Message(
        MessageId id,
        JourneyId journey,
        Kind kind,
        PersonId author,
        String authorName,
        Side side,
        boolean adviserReads,
        @Nullable String text,
        Instant writtenAt,
        @Nullable Instant correctedAt,
        @Nullable Instant withdrawnAt,
        boolean byMail,
        List<String> leftOut,
        List<JoinedFile> files) {

    public enum Kind {
        /** Read by the candidate, their adviser and the body. */
        MESSAGE,
        /** Note interne. */
        NOTE
    }

    /**
     * @param name empty once its content is gone
     * @param size in bytes
     * @param opens false for what was withdrawn or carries a virus
     */
    public record JoinedFile(EvidenceId id, String name, long size, ScanState scan, boolean opens) {}

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    public Message with(List<JoinedFile> joined) {
        return new Message(
                id,
                journey,
                kind,
                author,
                authorName,
                side,
                adviserReads,
                text,
                writtenAt,
                correctedAt,
                withdrawnAt,
                byMail,
                leftOut,
                List.copyOf(joined));
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
