package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that take what waits, as long as the application runs; where nothing does, they listen for a signal and look again
 * after a while, because another instance may have left something.
 */
abstract class Loop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Signal signal;
    private final Duration poll;
    private final List<Thread> threads = new ArrayList<>();
    private final List<ReaderProcess> processes = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Loop(Signal signal, Duration poll) {
        this.signal = signal;
        this.poll = poll;
    }

    /** One piece of work, if there is any. */
    interface Turn {

        /** @return false when nothing waits, or nothing can be done about it now */
        boolean take() throws InterruptedException;
    }

    /** Starts a thread for each kind of turn there is to be taken here, or none. */
    abstract void begin();

    @Override
    public final void start() {
        running = true;
        begin();
    }

    /** A reading process for the threads of this loop, which ends with them, or for a while when nobody needs it. */
    final ReaderProcess process(EvidenceSettings settings, ReaderCommand command) {
        ReaderProcess process = new ReaderProcess(settings, command);
        processes.add(process);
        return process;
    }

    final void thread(String name, Turn turn) {
        threads.add(Thread.ofPlatform().name(name).start(() -> run(turn)));
    }

    private void run(Turn turn) {
        try {
            while (running) {
                if (!taken(turn)) {
                    processes.forEach(ReaderProcess::stopIfIdle);
                    signal.await(poll);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean taken(Turn turn) throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException databaseAway) {
            log.warn("{} pauses: {}", Thread.currentThread().getName(), databaseAway.toString());
            return false;
        }
    }

    @Override
    public final void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(STOPPING);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        processes.forEach(ReaderProcess::close);
        processes.clear();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
