package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.Disk;
import fr.acquis.devservices.camunda.log.FileLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The development engine. Ready for every command when {@link #start} returns; after {@link #close}, or after being
 * killed, the next start on the same folder goes on where this one stood.
 */
public final class DevEngine implements AutoCloseable {

    /**
     * Where and how an engine runs.
     *
     * @param dataFolder its memory; one engine per folder
     * @param grpcPort 0 for any free one
     * @param restPort 0 for any free one
     * @param ownClock whether {@link #advance} may move its time
     * @param snapshotBytes a snapshot is due after so much log
     */
    public record Settings(Path dataFolder, int grpcPort, int restPort, boolean ownClock, long snapshotBytes) {

        public Settings(Path dataFolder, int grpcPort, int restPort, boolean ownClock) {
            this(dataFolder, grpcPort, restPort, ownClock, Upkeep.LOG_BYTES);
        }

        public static Settings in(Path dataFolder) {
            return new Settings(dataFolder, 0, 0, true);
        }
    }

    private final DataFolder folder;
    private final EngineClock clock;
    private final FileLog log;
    private final EngineCore core;
    private final Gateways gateways;
    private boolean closed;

    private DevEngine(Settings settings, Disk disk) throws IOException {
        Opened opened = new Opened();
        try {
            folder = opened.with(DataFolder.open(settings.dataFolder()));
            clock = new EngineClock(folder, settings.ownClock());
            log = opened.with(new FileLog(folder.log(), disk, FileLog.SEGMENT_BYTES));
            core = opened.with(new EngineCore(folder, log, clock, settings.snapshotBytes()));
            gateways = opened.with(new Gateways(core, settings.grpcPort(), settings.restPort()));
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    public static DevEngine start(Settings settings) {
        return start(settings, Disk.REAL);
    }

    /** Starts on a disk of the caller's making, to see what the engine does when that disk fails. */
    public static DevEngine start(Settings settings, Disk disk) {
        Licence.accept();
        try {
            return new DevEngine(settings, disk);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException("The development engine cannot start", failed);
        }
    }

    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + gateways.grpcPort());
    }

    public URI restAddress() {
        return URI.create("http://127.0.0.1:" + gateways.restPort());
    }

    /** Moves the engine's time on, for good: what fell due fires now. Needs a clock of its own. */
    public void advance(Duration duration) {
        clock.advance(duration);
    }

    /** Holds the engine's time at an instant, as the official clock call does; {@link #resetClock} lets it go. */
    public void pin(Instant instant) {
        core.pin(instant);
    }

    public void resetClock() {
        core.resetClock();
    }

    /** The engine's present. */
    public Instant now() {
        return core.now();
    }

    /** Made with the data folder: another folder is another engine. */
    public UUID epoch() {
        return folder.epoch();
    }

    /** What this start read again, and from where. */
    public Recovery recovery() {
        return core.recovery();
    }

    /** Bytes of log on disk. */
    public long logBytes() {
        return log.bytes();
    }

    /** Bytes appended to the log since this start, whatever was compacted since. */
    public long writtenBytes() {
        return log.written();
    }

    /** Takes a snapshot now instead of when it is due. */
    public void snapshot() {
        core.snapshot();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Opened.closeQuietly(gateways);
        Opened.closeQuietly(core);
        Opened.closeQuietly(log);
        Opened.closeQuietly(folder);
    }

    public static void main(String[] args) throws InterruptedException {
        OwnProcess.run(args);
    }
}
