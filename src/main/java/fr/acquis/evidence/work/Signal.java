package fr.acquis.evidence.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the threads of this instance that there is something to do; the rows say what. */
public abstract class Signal {

    /** Whoever finds work goes on until there is none: more than there are threads would only be asked for in vain. */
    private static final int MOST = 16;

    private final Semaphore work = new Semaphore(0);

    public void wake() {
        if (work.availablePermits() < MOST) {
            work.release();
        }
    }

    /** Returns when there may be work, at the latest after the given time. */
    void await(Duration most) throws InterruptedException {
        work.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
