package fr.acquis.certification.register;

import fr.acquis.certification.register.BrokenExport.Problem;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the zip waits on disk while it is read. */
@Component
public class RegisterSpool {

    private static final Logger log = LoggerFactory.getLogger(RegisterSpool.class);
    private static final Duration FORGOTTEN = Duration.ofHours(6);
    private static final int CHUNK = 256 * 1024;

    private final RegisterSettings settings;
    private final Clock clock;

    RegisterSpool(RegisterSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public record Spooled(Path path, long size, Sha256 sha256) {}

    /**
     * Writes the stream to disk.
     *
     * @throws BrokenExport when it is longer than an export may be
     */
    public Spooled receive(InputStream content) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(settings.spool()), "export-", ".zip");
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = Sha256.digest();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > settings.largestFile().toBytes()) {
                    throw new BrokenExport(
                            Problem.TOO_LARGE,
                            Long.toString(settings.largestFile().toMegabytes()));
                }
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
            }
            kept = true;
            return new Spooled(path, size, Sha256.of(digest));
        } finally {
            if (!kept) {
                discard(path);
            }
        }
    }

    public void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException held) {
            log.warn("an export that was read could not be deleted now: {}", held.toString());
        }
    }

    /** Whatever a killed process left there. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetLeftovers() throws IOException {
        if (!Files.isDirectory(settings.spool())) {
            return;
        }
        Instant before = clock.instant().minus(FORGOTTEN);
        try (Stream<Path> files = Files.list(settings.spool())) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                    discard(path);
                }
            }
        }
    }
}
