package fr.acquis.evidence.work;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tells those of this instance who wait for a page that one was drawn or given up; the rows say which. Another instance may
 * draw it as well, so nobody waits for a word alone.
 */
@Component
public class SettledPages {

    private long settled;

    /** How many were settled here so far: asked for before looking at the rows, so that none is missed between. */
    public synchronized long soFar() {
        return settled;
    }

    synchronized void one() {
        settled++;
        notifyAll();
    }

    /** Returns when more than so many were settled, at the latest after the given time. */
    public synchronized void await(long soFar, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis();
                left > 0 && settled == soFar;
                left = Duration.ofNanos(until - System.nanoTime()).toMillis()) {
            wait(left);
        }
    }
}
