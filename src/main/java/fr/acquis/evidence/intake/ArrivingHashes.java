package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceId;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hashes of files that come in parts, as far as this process saw them. Only a saving: a file of which it did not see every
 * byte, after a restart or through another instance, is read once more from the store.
 */
@Component
public class ArrivingHashes {

    private static final int MOST = 1_000;

    private final Map<EvidenceId, Running> running = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EvidenceId, Running> eldest) {
            return size() > MOST;
        }
    };

    private record Running(long bytes, MessageDigest digest) {}

    /** The hash of the first bytes of a file, to be fed with the next ones; whoever takes it puts it back. */
    public synchronized Optional<MessageDigest> take(EvidenceId id, long bytes) {
        Running known = running.remove(id);
        return known == null || known.bytes() != bytes ? Optional.empty() : Optional.of(known.digest());
    }

    public synchronized void keep(EvidenceId id, long bytes, MessageDigest digest) {
        running.put(id, new Running(bytes, digest));
    }
}
