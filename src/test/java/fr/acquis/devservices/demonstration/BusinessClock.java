package fr.acquis.devservices.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of an installation that lives its past again: who acts "six weeks ago" has that time on their own thread, everybody
 * else has today's.
 */
final class BusinessClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Duration> back;

    BusinessClock(Clock real) {
        this(real, new ThreadLocal<>());
    }

    private BusinessClock(Clock real, ThreadLocal<Duration> back) {
        this.real = real;
        this.back = back;
    }

    /** What may fail in a way of its own. */
    interface Act<T, E extends Throwable> {
        T run() throws E;
    }

    /** Runs an act so far back. Time goes on in it. */
    <T, E extends Throwable> T ago(Duration duration, Act<T, E> act) throws E {
        Duration before = back.get();
        back.set(duration);
        try {
            return act.run();
        } finally {
            if (before == null) {
                back.remove();
            } else {
                back.set(before);
            }
        }
    }

    void during(Duration duration, Runnable act) {
        ago(duration, () -> {
            act.run();
            return null;
        });
    }

    /** How far back this thread is, for work it hands to another. */
    Duration back() {
        Duration set = back.get();
        return set == null ? Duration.ZERO : set;
    }

    Instant real() {
        return real.instant();
    }

    @Override
    public Instant instant() {
        return real.instant().minus(back());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new BusinessClock(real.withZone(zone), back);
    }
}
