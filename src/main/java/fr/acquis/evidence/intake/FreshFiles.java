package fr.acquis.evidence.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files taken in a moment ago that still lie on this disk: whoever reads one here need not fetch it from the store. Each stands
 * under its object's key with the hash that was reckoned when it came and that the store was told to compare. A few only, for a
 * short while; what is not here is fetched.
 */
@Component
public class FreshFiles implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FreshFiles.class);
    private static final int MOST = 64;
    private static final long LARGEST = 4L << 20;
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Clock clock;
    private final SequencedMap<String, Lying> lying = new LinkedHashMap<>();

    FreshFiles(Clock clock) {
        this.clock = clock;
    }

    private record Lying(SpooledFile file, Instant until) {}

    /** Keeps a second name of a file whose object is stored: its first one may be deleted. */
    public void keep(String key, SpooledFile file) {
        if (file.size() > LARGEST) {
            return;
        }
        try {
            Path path = Files.createLink(file.path().resolveSibling(file.path().getFileName() + ".fresh"), file.path());
            SpooledFile kept = new SpooledFile(path, file.size(), file.sha256());
            put(key, new Lying(kept, clock.instant().plus(FRESH)));
        } catch (IOException | UnsupportedOperationException linkless) {
            log.debug("a file has one name only here, and is fetched to be read: {}", linkless.toString());
        }
    }

    private synchronized void put(String key, Lying file) {
        Lying before = lying.putLast(key, file);
        if (before != null) {
            before.file().close();
        }
        while (lying.size() > MOST) {
            lying.pollFirstEntry().getValue().file().close();
        }
    }

    /** The caller's from now on, to be closed. */
    public synchronized Optional<SpooledFile> take(String key) {
        return Optional.ofNullable(lying.remove(key)).map(Lying::file);
    }

    @Scheduled(fixedDelayString = "PT1M")
    synchronized void forget() {
        Instant now = clock.instant();
        Iterator<Lying> each = lying.values().iterator();
        while (each.hasNext()) {
            Lying file = each.next();
            if (file.until().isBefore(now)) {
                file.file().close();
                each.remove();
            }
        }
    }

    @Override
    public synchronized void destroy() {
        lying.values().forEach(file -> file.file().close());
        lying.clear();
    }
}
