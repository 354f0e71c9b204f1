package fr.acquis.workflow.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double, each somewhere in its upper half, so that replicas do not knock together. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final RandomGenerator random;

    Backoff(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
    }

    /** @param attempts tries before the one just answered */
    Duration after(int attempts, Duration most) {
        long doubled = first.toNanos() << Math.min(attempts, MOST_DOUBLINGS);
        long whole = Math.clamp(doubled, 1, most.toNanos());
        return Duration.ofNanos(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
