package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Shows every new file to the antivirus, where one is configured; asks again as long as it does not answer. */
@Component
class ScanLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScanLoop.class);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ScanQueue queue;
    private final ScanSignal signal;
    private final ReadingSignal reading;
    private final ObjectStore store;
    private final EvidenceSettings settings;
    private Thread thread;
    private volatile boolean running;

    ScanLoop(ScanQueue queue, ScanSignal signal, ReadingSignal reading, ObjectStore store, EvidenceSettings settings) {
        this.queue = queue;
        this.signal = signal;
        this.reading = reading;
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (!settings.antivirus().configured()) {
            int waited = queue.stopWaiting();
            if (waited > 0) {
                log.warn("no antivirus is configured any more: {} files are said not to be scanned", waited);
            }
            return;
        }
        Clamd clamd = new Clamd(settings.antivirus());
        thread = Thread.ofPlatform().name("evidence-scanning").start(() -> work(clamd));
    }

    private void work(Clamd clamd) {
        try {
            while (running) {
                if (!next(clamd)) {
                    signal.await(settings.reader().poll());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean next(Clamd clamd) {
        try {
            Optional<ScanQueue.Leased> file =
                    queue.take(settings.antivirus().timeout().multipliedBy(2).plus(GRACE));
            file.ifPresent(one -> scan(one, clamd));
            return file.isPresent();
        } catch (RuntimeException databaseAway) {
            log.warn("scanning pauses: {}", databaseAway.toString());
            return false;
        }
    }

    private void scan(ScanQueue.Leased file, Clamd clamd) {
        Optional<InputStream> content = open(file);
        if (content.isEmpty()) {
            queue.giveBack(file, settings.antivirus().retry());
            return;
        }
        try (InputStream stream = content.get()) {
            queue.finish(file, clamd.scan(stream));
            reading.wake();
        } catch (IOException | StoreUnavailable later) {
            log.warn("evidence {} could not be scanned now: {}", file.evidence(), later.toString());
            queue.giveBack(file, settings.antivirus().retry());
        }
    }

    private Optional<InputStream> open(ScanQueue.Leased file) {
        try {
            return store.open(file.objectKey());
        } catch (StoreUnavailable away) {
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
