package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The folder where files wait while they are checked, stored or read. Whatever a killed process left there goes within hours. */
@Component
public class Spool {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final Duration FORGOTTEN = Duration.ofHours(2);
    private static final int CHUNK = 64 * 1024;

    private final EvidenceSettings settings;
    private final FaultPoints faults;
    private final Clock clock;

    Spool(EvidenceSettings settings, FaultPoints faults, Clock clock) {
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * Writes a stream to disk and reckons its hash on the way; gives up as soon as it is too long.
     *
     * @param announced the size the sender gave, -1 when none
     */
    public SpooledFile receive(InputStream content, long announced) {
        long most = settings.maxSize().toBytes();
        if (announced > most) {
            throw tooLarge();
        }
        Path path = newPath();
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = Sha256.digest();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = next(content, chunk); read >= 0; read = next(content, chunk)) {
                size += read;
                if (size > most) {
                    throw tooLarge();
                }
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                faults.reached(FaultPoints.Place.DURING_UPLOAD);
            }
            if (announced >= 0 && size != announced) {
                throw new RefusedFile(Reason.INCOMPLETE);
            }
            kept = true;
            return new SpooledFile(path, size, Sha256.of(digest));
        } catch (IOException full) {
            throw new StoreUnavailable("the spool cannot take a file", full);
        } finally {
            if (!kept) {
                discard(path);
            }
        }
    }

    /** A path for a file of ours, in a folder nobody else on the machine may read. */
    public Path newPath() {
        try {
            return newFile();
        } catch (IOException unusable) {
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
    }

    private Path newFile() throws IOException {
        try {
            return Files.createTempFile(settings.spool(), "file-", ".part");
        } catch (NoSuchFileException firstOne) {
            return Files.createTempFile(Files.createDirectories(settings.spool()), "file-", ".part");
        }
    }

    /** For a file that comes in parts. */
    public PartFile newPart() {
        return new PartFile(newPath());
    }

    /** What fails on the sender's side is the sender's to repeat. */
    private static int next(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException brokenOff) {
            throw new RefusedFile(Reason.INCOMPLETE);
        }
    }

    private RefusedFile tooLarge() {
        return new RefusedFile(Reason.TOO_LARGE, settings.maxSize().toMegabytes());
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetLeftovers() {
        if (!Files.isDirectory(settings.spool())) {
            return;
        }
        Instant before = clock.instant().minus(FORGOTTEN);
        for (Path path : files()) {
            try {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(before) && Files.deleteIfExists(path)) {
                    log.info("a file left in the spool by an interrupted upload is gone");
                }
            } catch (IOException goneOrHeld) {
                log.warn("a leftover of the spool could not be deleted: {}", goneOrHeld.toString());
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(settings.spool())) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException held) {
            log.warn("a refused file could not be deleted now, the hourly sweep will: {}", held.toString());
        }
    }
}
