package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a snapshot after enough log or enough time: replay stays short and the disk bounded. */
final class Upkeep implements AutoCloseable {

    static final long LOG_BYTES = 8L << 20;
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Takes one snapshot. */
    interface Taking {
        boolean take() throws Exception;
    }

    private final FileLog log;
    private final long snapshotBytes;
    private final Runnable noting;
    private final Taking taking;
    private final Thread thread;
    private volatile boolean closing;
    private long bytesThen; // in the count of this start; below zero by what was there before it
    private long nanosThen = System.nanoTime();

    /**
     * Begins to look after the log.
     *
     * @param replayed bytes this start had to read again; were they not counted, an engine that is killed before each
     *     snapshot is due would read more at every start
     */
    Upkeep(FileLog log, long replayed, long snapshotBytes, Runnable noting, Taking taking) {
        this.log = log;
        this.bytesThen = -replayed;
        this.snapshotBytes = snapshotBytes;
        this.noting = noting;
        this.taking = taking;
        this.thread = Thread.ofPlatform().name("engine-upkeep").daemon().start(this::run);
    }

    private void run() {
        while (!closing) {
            LockSupport.parkNanos(LOOK.toNanos());
            note();
            long written = log.written();
            boolean enough = written - bytesThen >= snapshotBytes;
            boolean longAgo = System.nanoTime() - nanosThen >= INTERVAL.toNanos() && written > bytesThen;
            if (!closing && (enough || longAgo) && log.trouble().isEmpty()) {
                bytesThen = written;
                nanosThen = System.nanoTime();
                take();
            }
        }
    }

    /** A note that cannot be written must not end the snapshots too. */
    private void note() {
        try {
            noting.run();
        } catch (RuntimeException failed) {
            LOG.debug("The times of the newest keys are not noted just now", failed);
        }
    }

    private void take() {
        try {
            taking.take();
        } catch (Exception failed) {
            LOG.warn("No snapshot this time; the log stays long until the next one succeeds", failed);
        }
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
