package fr.acquis.evidence;

import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.shared.Sha256;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Files the product made of a journey's pieces and that are too large for the database. Whose they are, who may read them and
 * when they go is the making room's to know: it keeps key, size and hash in a row of its own.
 */
@Service
public class MadeFiles {

    private static final String PREFIX = "made/";

    private final ObjectStore store;

    MadeFiles(ObjectStore store) {
        this.store = store;
    }

    /**
     * Stores a file under a key nothing else has; the store refuses what arrives otherwise than its hash says.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public void put(String key, Path file, long size, Sha256 sha256, String mediaType) {
        // Not closed: the spooled file would take the caller's with it.
        store.put(PREFIX + key, new SpooledFile(file, size, sha256), mediaType);
    }

    /** The content, to be closed by the caller; empty when there is none. */
    public Optional<InputStream> open(String key) {
        return store.open(PREFIX + key);
    }

    /** Deleting what is not there changes nothing. */
    public void delete(String key) {
        store.delete(PREFIX + key);
    }
}
