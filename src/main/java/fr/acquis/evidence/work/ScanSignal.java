package fr.acquis.evidence.work;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the scanner of this instance that there is something to look at. */
@Component
public class ScanSignal {

    private final ReadingSignal signal = new ReadingSignal();

    public void wake() {
        signal.wake();
    }

    void await(Duration most) throws InterruptedException {
        signal.await(most);
    }
}
