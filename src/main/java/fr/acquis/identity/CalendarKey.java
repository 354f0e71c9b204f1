package fr.acquis.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's secret address for their calendar, without its secret, which is nowhere.
 *
 * @param lastReadAt null when no calendar has read it
 */
public record CalendarKey(Instant createdAt, @Nullable Instant lastReadAt) {}
