package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import fr.acquis.evidence.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads what waits, as many documents at a time as there are reading processes, as long as the application runs. */
@Component
class ReadingLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadingLoop.class);
    private static final Duration FETCHING = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final ReadingQueue queue;
    private final ReadingSignal signal;
    private final ObjectStore store;
    private final Spool spool;
    private final EvidenceSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ReadingLoop(ReadingQueue queue, ReadingSignal signal, ObjectStore store, Spool spool, EvidenceSettings settings) {
        this.queue = queue;
        this.signal = signal;
        this.store = store;
        this.spool = spool;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (settings.reader().processes() == 0) {
            return;
        }
        ReaderCommand command = new ReaderCommand(settings);
        log.info(
                "documents are read in {} process(es) apart, {}",
                settings.reader().processes(),
                command.isolated() ? "without any network" : "whose network this system cannot take away");
        for (int n = 1; n <= settings.reader().processes(); n++) {
            threads.add(Thread.ofPlatform().name("evidence-reading-" + n).start(() -> work(command)));
        }
    }

    private void work(ReaderCommand command) {
        try (ReaderProcess process = new ReaderProcess(settings, command)) {
            long lastWork = System.nanoTime();
            while (running) {
                if (next(process)) {
                    lastWork = System.nanoTime();
                    continue;
                }
                if (System.nanoTime() - lastWork > settings.reader().idle().toNanos()) {
                    process.stop();
                }
                signal.await(settings.reader().poll());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when nothing waits, or nothing can be done about it now */
    private boolean next(ReaderProcess process) throws InterruptedException {
        try {
            Optional<ReadingQueue.Leased> file =
                    queue.take(settings.reader().perDocument().plus(FETCHING));
            if (file.isEmpty()) {
                return false;
            }
            return read(file.get(), process);
        } catch (RuntimeException databaseAway) {
            log.warn("reading documents pauses: {}", databaseAway.toString());
            return false;
        }
    }

    private boolean read(ReadingQueue.Leased file, ReaderProcess process) throws InterruptedException {
        if (file.tries() > settings.reader().tries()) {
            queue.finish(file, ReadingState.TOO_HEAVY);
            return true;
        }
        try (SpooledFile content = fetch(file)) {
            if (!content.sha256().equals(file.sha256())) {
                log.error("evidence {}: the stored object is not what was stored", file.evidence());
                queue.finish(file, ReadingState.UNREADABLE);
                return true;
            }
            Optional<ReadAnswer> answer = process.read(ReadRequest.text(
                    content.path(), file.type(), settings.reader().characters()));
            answer.ifPresentOrElse(found -> write(file, found), () -> queue.finish(file, ReadingState.TOO_HEAVY));
            return true;
        } catch (StoreUnavailable | IOException notItsFault) {
            log.warn("evidence {} could not be read now: {}", file.evidence(), notItsFault.toString());
            queue.giveBack(file, PAUSE);
            return false;
        } catch (InterruptedException stop) {
            queue.giveBack(file, Duration.ZERO);
            throw stop;
        }
    }

    private SpooledFile fetch(ReadingQueue.Leased file) throws IOException {
        Optional<InputStream> content = store.open(file.objectKey());
        if (content.isEmpty()) {
            throw new IOException("its object is missing");
        }
        try (InputStream stream = content.get()) {
            return spool.receive(stream, -1);
        }
    }

    private void write(ReadingQueue.Leased file, ReadAnswer answer) {
        String text = SensitiveNumbers.mask(answer.text());
        Integer pages = answer.pages() < 0 ? null : answer.pages();
        queue.finish(file, new Reading(answer.state(), pages, text.length(), answer.cutShort()), text);
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
