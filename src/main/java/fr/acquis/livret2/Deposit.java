package fr.acquis.livret2;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in, locked.
 *
 * @param number within the attempt, from 1; each completion makes one more
 * @param contentHash of the content as it is kept
 * @param gaps skills deposited with something missing
 * @param file null until it is assembled, and while it is made again because a piece was withdrawn
 * @param check null until an agent has checked it
 */
public record Deposit(
        JourneyId journey,
        int attempt,
        int number,
        Instant depositedAt,
        PersonId by,
        Content content,
        Sha256 contentHash,
        int gaps,
        Progress progress,
        @Nullable AssembledFile file,
        @Nullable Check check) {

    /** What its receipt proves. */
    public DepositSeal seal() {
        return DepositSeal.of(contentHash, content);
    }

    /** Pieces read into the file, of how many. */
    public record Progress(int done, int total) {}

    /** What the agent found. */
    public record Check(
            Instant at,
            PersonId by,
            Verdict verdict,
            List<Problem> problems,
            @Nullable String explanation,
            @Nullable LocalDate completeBy) {}

    public enum Verdict {
        COMPLETE,
        PROBLEM
    }

    public enum Problem {
        BLOCK_NOT_DESCRIBED,
        EVIDENCE_MISSING,
        PAGE_UNREADABLE,
        THIRD_PARTY_DATA,
        OTHER;

        public String messageKey() {
            return "livret2.problem." + name();
        }
    }
}
