package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to come, with the one identity it has in calendars.
 *
 * @param sequence one more each time it moves or is cancelled
 * @param where room, link or telephone; null when the place says it
 * @param reason why it is cancelled
 * @param overrunReason why it goes over the hours agreed; null within them
 * @param number of the session held, once it is reported
 */
public record PlannedSession(
        UUID id,
        JourneyId journey,
        int sequence,
        Instant startsAt,
        Duration length,
        Place place,
        @Nullable String where,
        State state,
        @Nullable String reason,
        @Nullable String overrunReason,
        @Nullable Integer number) {

    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /**
     * When and where a session shall be.
     *
     * @param overrunReason null within the hours agreed
     */
    public record Wish(
            Instant startsAt,
            Duration length,
            Place place,
            @Nullable String where,
            @Nullable String overrunReason) {}

    public Instant endsAt() {
        return startsAt.plus(length);
    }

    public BigDecimal hours() {
        return hours(length);
    }

    /** Whether its place is an address of the web. */
    public boolean isLink() {
        return where != null && where.startsWith("https://");
    }

    static BigDecimal hours(Duration length) {
        return BigDecimal.valueOf(length.toMinutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
