package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file of a case's support, as a quality audit asks for it.
 *
 * @param done of {@code total} parts, while it is made
 * @param key where it is stored; null before
 */
public record SupportExport(
        UUID id,
        JourneyId journey,
        PersonId askedBy,
        Instant askedAt,
        int done,
        int total,
        State state,
        @Nullable String key,
        long size,
        @Nullable Sha256 sha256) {

    public enum State {
        MAKING,
        READY,
        FAILED,
        /** Kept long enough; it can be asked for again. */
        EXPIRED;

        public String messageKey() {
            return "support.export.state." + name();
        }
    }

    public boolean isMaking() {
        return state == State.MAKING;
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
