package fr.acquis.evidence.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the drawer of this instance that somebody looks at a page; the rows say which. */
@Component
public class PageSignal {

    private final Semaphore work = new Semaphore(0);

    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Returns when there may be work, at the latest after the given time. */
    void await(Duration most) throws InterruptedException {
        work.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
