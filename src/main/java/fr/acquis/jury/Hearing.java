package fr.acquis.jury;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passage: one candidate before one jury.
 *
 * @param request which request of the attempt this answers, from 1
 * @param place in the order of passage, from 1
 * @param live whether it still counts: neither moved, withdrawn nor settled
 * @param plannedAt when the case was entered for good, with the session's publication
 * @param marksClosedAt from when all marks of the panel can be read by the panel
 * @param deliberation null before it is closed
 */
public record Hearing(
        HearingId id,
        SessionId session,
        JourneyId journey,
        PersonId candidate,
        int attempt,
        int request,
        int place,
        boolean live,
        @Nullable Instant plannedAt,
        @Nullable Instant summonedAt,
        @Nullable Moved moved,
        @Nullable Instant marksClosedAt,
        @Nullable Deliberation deliberation,
        @Nullable Instant signedAt,
        @Nullable Instant notifiedAt) {

    public record Moved(Instant at, String reason) {}

    /**
     * What the jury decided, before it is signed as well.
     *
     * @param decisions empty for an outcome without decision
     * @param due until when the candidate must have the result
     */
    public record Deliberation(
            Outcome outcome,
            List<BlockDecision> decisions,
            @Nullable String observations,
            PersonId president,
            Instant closedAt,
            Instant due) {

        public Deliberation {
            decisions = List.copyOf(decisions);
        }

        public List<BlockDecision> obtained() {
            return decisions.stream().filter(BlockDecision::obtained).toList();
        }
    }

    /** What this hearing's messages are addressed to. */
    public String key() {
        return journey + ":" + attempt + ":" + request;
    }

    public boolean marksClosed() {
        return marksClosedAt != null;
    }

    public boolean signed() {
        return signedAt != null;
    }
}
