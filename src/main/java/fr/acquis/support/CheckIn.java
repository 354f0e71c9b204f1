package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The candidate is asked how the support goes on.
 *
 * @param againAt when it was asked again; null when it was not
 * @param answer null while it is open
 */
public record CheckIn(
        JourneyId journey,
        int number,
        Instant askedAt,
        @Nullable Instant againAt,
        @Nullable Answer answer,
        @Nullable String word,
        @Nullable Instant answeredAt) {

    public enum Answer {
        CONTINUE,
        /** The journey pauses: reminders rest, the delays of the law do not. */
        PAUSE,
        /** The support ends, the journey goes on without it. */
        STOP;

        public String messageKey() {
            return "support.check-in.answer." + name();
        }
    }

    public boolean isOpen() {
        return answer == null;
    }
}
