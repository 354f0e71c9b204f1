package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import fr.acquis.evidence.reader.ReaderMain;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One reading process, started when first needed. A document that takes too long or too much memory costs this process, which
 * is replaced for the next one. Several threads may ask: one document is in the process at a time.
 */
final class ReaderProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReaderProcess.class);
    private static final Duration START = Duration.ofSeconds(60);

    private final EvidenceSettings settings;
    private final ReaderCommand command;
    private final ExecutorService waiting =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Process process;
    private long lastWork;
    private Path folder;
    private DataOutputStream requests;
    private DataInputStream answers;

    ReaderProcess(EvidenceSettings settings, ReaderCommand command) {
        this.settings = settings;
        this.command = command;
    }

    /**
     * Reads one document; empty when it cost the process.
     *
     * @throws IOException when no reading process can be had: not the document's fault
     */
    Optional<ReadAnswer> read(ReadRequest request) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return exchange(request);
        } finally {
            lastWork = System.nanoTime();
            turn.unlock();
        }
    }

    private Optional<ReadAnswer> exchange(ReadRequest request) throws IOException, InterruptedException {
        if (process == null || !process.isAlive()) {
            start();
        }
        try {
            return Optional.of(within(settings.reader().perDocument(), () -> {
                request.write(requests);
                return ReadAnswer.read(answers, request.characters());
            }));
        } catch (IOException | TimeoutException killed) {
            log.warn("a {} document cost its reading process: {}", request.type(), killed.toString());
            stop();
            return Optional.empty();
        }
    }

    private void start() throws IOException, InterruptedException {
        stop();
        folder = Files.createTempDirectory(Files.createDirectories(settings.spool()), "reader-");
        process = command.start(folder);
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        try {
            int first = within(START, answers::read);
            if (first != ReaderMain.READY) {
                throw new IOException("the reading process did not start: " + firstError());
            }
        } catch (TimeoutException slow) {
            stop();
            throw new IOException("the reading process did not start in time", slow);
        } catch (IOException failed) {
            stop();
            throw failed;
        }
    }

    private String firstError() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("errors"))) {
            return lines.findFirst().orElse("it said nothing");
        }
    }

    private <T> T within(Duration limit, Callable<T> exchange)
            throws IOException, TimeoutException, InterruptedException {
        Future<T> answer = waiting.submit(exchange);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /** A process nobody has asked for a while is not kept. */
    void stopIfIdle() {
        if (turn.tryLock()) {
            try {
                if (System.nanoTime() - lastWork > settings.reader().idle().toNanos()) {
                    stop();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Kills the process and forgets its folder; the next document starts another. */
    private void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        running.onExit().join();
        process = null;
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException held) {
            log.warn("the folder of a reading process could not be deleted: {}", held.toString());
        }
    }

    /** Whoever still asks is to have been interrupted before. */
    @Override
    public void close() {
        stop();
        waiting.shutdownNow();
    }
}
