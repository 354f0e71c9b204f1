package fr.acquis.evidence.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files taken in a moment ago that still lie on this disk: whoever reads one here need not fetch it from the store. Each stands
 * under its object's key with the hash that was reckoned when it came and that the store was told to compare. So many bytes only,
 * for a short while; what is not here is fetched. Files are read in the order they came: where there is no room, it is the last
 * one that is not kept, because the first ones are soon asked for.
 */
@Component
public class FreshFiles implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FreshFiles.class);
    private static final int MOST = 1_000;
    private static final long LARGEST = 4L << 20;
    private static final long MOST_BYTES = 64 * LARGEST;
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Lying> lying = new LinkedHashMap<>();
    private long bytes;

    FreshFiles(Clock clock) {
        this.clock = clock;
    }

    private record Lying(SpooledFile file, Instant until) {}

    /** Keeps a second name of a file whose object is stored: its first one may be deleted. */
    public synchronized void keep(String key, SpooledFile file) {
        if (file.size() > LARGEST
                || lying.size() >= MOST
                || bytes + file.size() > MOST_BYTES
                || lying.containsKey(key)) {
            return;
        }
        try {
            Path path = Files.createLink(file.path().resolveSibling(file.path().getFileName() + ".fresh"), file.path());
            SpooledFile kept = new SpooledFile(path, file.size(), file.sha256());
            lying.put(key, new Lying(kept, clock.instant().plus(FRESH)));
            bytes += kept.size();
        } catch (IOException | UnsupportedOperationException noSecondName) {
            log.debug("a file has one name only here, and is fetched to be read: {}", noSecondName.toString());
        }
    }

    /** The caller's from now on, to be closed. */
    public synchronized Optional<SpooledFile> take(String key) {
        Optional<SpooledFile> taken = Optional.ofNullable(lying.remove(key)).map(Lying::file);
        taken.ifPresent(file -> bytes -= file.size());
        return taken;
    }

    @Scheduled(fixedDelayString = "PT1M")
    synchronized void forget() {
        Instant now = clock.instant();
        Iterator<Lying> each = lying.values().iterator();
        while (each.hasNext()) {
            Lying file = each.next();
            if (file.until().isBefore(now)) {
                file.file().close();
                bytes -= file.file().size();
                each.remove();
            }
        }
    }

    @Override
    public synchronized void destroy() {
        lying.values().forEach(file -> file.file().close());
        lying.clear();
        bytes = 0;
    }
}
