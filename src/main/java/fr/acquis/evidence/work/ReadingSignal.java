package fr.acquis.evidence.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the readers of this instance that there is something to read; the rows say what. */
@Component
public class ReadingSignal {

    private static final int MOST = 1_000;

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
