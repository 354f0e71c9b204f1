package fr.acquis.devservices.camunda;

import io.camunda.zeebe.scheduler.clock.ActorClock;
import java.io.IOException;
import java.time.Duration;

/**
 * The wall clock plus what it was moved by. The move is kept in the data folder, else a restart would send the engine
 * back to before deadlines that have already passed.
 */
final class EngineClock implements ActorClock {

    private static final String FILE = "clock";

    private final DataFolder folder;
    private final boolean movable;
    private volatile long movedMillis;

    EngineClock(DataFolder folder, boolean movable) throws IOException {
        this.folder = folder;
        this.movable = movable;
        this.movedMillis = Long.parseLong(folder.read(FILE, "0"));
    }

    synchronized void advance(Duration duration) {
        if (!movable) {
            throw new IllegalStateException(
                    "This engine keeps the time of the day: start it with a clock of its own to move it");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("An engine's time only moves forward, not by " + duration);
        }
        long moved = movedMillis + duration.toMillis();
        try {
            folder.writeDurably(FILE, Long.toString(moved));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException("The engine's time cannot be kept", failed);
        }
        movedMillis = moved;
    }

    @Override
    public long getTimeMillis() {
        return System.currentTimeMillis() + movedMillis;
    }

    @Override
    public long millis() {
        return getTimeMillis();
    }

    @Override
    public boolean update() {
        return true;
    }

    @Override
    public long getNanosSinceLastMillisecond() {
        return 0;
    }

    @Override
    public long getNanoTime() {
        return System.nanoTime();
    }
}
