package fr.acquis.devservices.demonstration;

import fr.acquis.shared.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far back each journey of the demonstration is while it is made: the engine's work on it follows its driver. */
final class JourneyTimes {

    private final BusinessClock clock;
    private final Map<JourneyId, Duration> back = new ConcurrentHashMap<>();

    JourneyTimes(BusinessClock clock) {
        this.clock = clock;
    }

    /** Empty for every journey that lives today. */
    Optional<Duration> of(JourneyId journey) {
        return Optional.ofNullable(back.get(journey));
    }

    void set(JourneyId journey, Instant moment) {
        back.put(journey, Duration.between(moment, clock.real()));
    }

    /** From here on the journey lives today. */
    void forget(JourneyId journey) {
        back.remove(journey);
    }
}
