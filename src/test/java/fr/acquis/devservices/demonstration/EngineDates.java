package fr.acquis.devservices.demonstration;

import fr.acquis.journey.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Dates the engine times on a journey that is made in the past. A timer set to a date gone by would ask again and again until
 * the driver goes on: it is told a date to come instead, and the case keeps the true one. Should the case wait there in the
 * end, the sweep of legal dates finds the true one.
 */
final class EngineDates {

    /** A hearing's day and the end of the time for an appeal are not among them: gone by, they are over. */
    private static final Set<String> CLOCKS = Set.of("clockDue", "resultDue");

    private static final Duration SOON = Duration.ofHours(2);
    private static final Duration HELD = Duration.ofDays(45);

    private EngineDates() {}

    static Map<String, Object> held(Map<String, ?> facts, Instant real) {
        Map<String, Object> held = new HashMap<>(facts);
        for (String name : CLOCKS) {
            if (held.get(name) instanceof String date && instant(date).isBefore(real.plus(SOON))) {
                held.put(name, Journeys.engineDate(real.plus(HELD)));
            }
        }
        return held;
    }

    static Instant instant(String date) {
        return OffsetDateTime.parse(date).toInstant();
    }
}
