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
import org.springframework.stereotype.Component;

/** Shows every new file to the antivirus, where one is configured; asks again as long as it does not answer. */
@Component
class ScanLoop extends Loop {

    private static final Logger log = LoggerFactory.getLogger(ScanLoop.class);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ScanQueue queue;
    private final ReadingSignal reading;
    private final ObjectStore store;
    private final EvidenceSettings settings;

    ScanLoop(ScanQueue queue, ScanSignal signal, ReadingSignal reading, ObjectStore store, EvidenceSettings settings) {
        super(signal, settings.reader().poll());
        this.queue = queue;
        this.reading = reading;
        this.store = store;
        this.settings = settings;
    }

    @Override
    void begin() {
        if (!settings.antivirus().configured()) {
            int waited = queue.stopWaiting();
            if (waited > 0) {
                log.warn("no antivirus is configured any more: {} files are said not to be scanned", waited);
            }
            return;
        }
        Clamd clamd = new Clamd(settings.antivirus());
        thread("evidence-scanning", () -> next(clamd));
    }

    private boolean next(Clamd clamd) {
        Optional<ScanQueue.Leased> file =
                queue.take(settings.antivirus().timeout().multipliedBy(2).plus(GRACE));
        file.ifPresent(one -> scan(one, clamd));
        return file.isPresent();
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
}
