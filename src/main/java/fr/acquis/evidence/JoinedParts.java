package fr.acquis.evidence;

import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PartStore;
import fr.acquis.evidence.store.PartStore.StoredPart;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a piece of a file all of whose parts are in the store. Its checks look at the beginning and the end of a PDF, so only
 * these come back from the store; what is to be opened whole, an office document, a picture or a film, comes back whole.
 */
@Component
class JoinedParts {

    private static final int EDGE = 128 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final PartStore parts;
    private final ObjectStore store;
    private final Spool spool;
    private final FileIntake intake;

    JoinedParts(PartStore parts, ObjectStore store, Spool spool, FileIntake intake) {
        this.parts = parts;
        this.store = store;
        this.spool = spool;
        this.intake = intake;
    }

    /** @param whole the hash of every byte, null when this process did not see all of them */
    void take(
            EvidenceId id, GivenFile given, String multipart, List<StoredPart> stored, @Nullable MessageDigest whole) {
        String key = FileIntake.key(given, id);
        parts.complete(key, multipart, stored);
        if (store.size(key).orElse(-1) != given.size()) {
            throw new StoreUnavailable("the joined file is not what was sent", new IOException("another size"));
        }
        if (!seenByItsEdges(given) || whole == null) {
            try (SpooledFile all = spool.receive(open(key), given.size())) {
                intake.takeStored(id, given, all, all.sha256());
            }
            return;
        }
        Sha256 hash = Sha256.of(whole);
        try (SpooledFile edges = edges(key, given.size(), hash)) {
            intake.takeStored(id, given, edges, hash);
        }
    }

    private static boolean seenByItsEdges(GivenFile given) {
        return FileType.ofExtension(FileName.of(given.name()).extension())
                .filter(type -> type == FileType.PDF)
                .isPresent();
    }

    private InputStream open(String key) {
        return store.open(key)
                .orElseThrow(() -> new StoreUnavailable("the joined file is missing", new IOException(key)));
    }

    /** A file of the same length with nothing between its edges. */
    private SpooledFile edges(String key, long size, Sha256 hash) {
        SpooledFile edges = new SpooledFile(spool.newPath(), size, hash);
        try (RandomAccessFile file = new RandomAccessFile(edges.path().toFile(), "rw")) {
            file.setLength(size);
            copy(key, 0, Math.min(EDGE, size), file);
            long tail = Math.max(0, size - EDGE);
            copy(key, tail, size - tail, file);
            return edges;
        } catch (IOException unusable) {
            edges.close();
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
    }

    private void copy(String key, long from, long length, RandomAccessFile to) throws IOException {
        to.seek(from);
        try (InputStream content = store.open(key, from, length)
                .orElseThrow(() -> new StoreUnavailable("the joined file is missing", new IOException(key)))) {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                to.write(chunk, 0, read);
            }
        }
    }
}
