package fr.acquis.evidence;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The most that was still in use after a whole collection while it is open, collected every half second: what was needed,
 * without garbage nobody has cleared yet. Nothing is timed beside it.
 */
final class LiveHeap implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final long before = used();
    private final Thread looking;
    private volatile long most = before;

    LiveHeap() {
        looking = Thread.ofPlatform().name("live-heap").daemon().start(this::look);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                most = Math.max(most, used());
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    /** Above what was in use at the beginning, in megabytes. */
    long growth() {
        return Math.max(0, most - before) >> 20;
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
