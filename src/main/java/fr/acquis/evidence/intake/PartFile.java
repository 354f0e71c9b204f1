package fr.acquis.evidence.intake;

import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Bytes on our disk until they are enough for a part; closing it deletes them. */
public final class PartFile implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private final byte[] chunk = new byte[CHUNK];
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long size;
    private boolean ended;

    PartFile(Path path) {
        this.path = path;
        this.out = opened(path);
    }

    /**
     * Reads on, up to so many bytes. What fails on the sender's side ends the stream like its end: what came before counts.
     *
     * @param whole the hash of the whole file as far as it was seen, null when nobody reckons it
     * @return how many bytes came
     */
    public long fill(InputStream content, long most, @Nullable MessageDigest whole) {
        long filled = 0;
        while (filled < most && !ended) {
            int read = next(content, (int) Math.min(CHUNK, most - filled));
            if (read < 0) {
                ended = true;
            } else {
                write(read);
                filled += read;
                if (whole != null) {
                    whole.update(chunk, 0, read);
                }
            }
        }
        return filled;
    }

    private int next(InputStream content, int most) {
        try {
            return content.read(chunk, 0, most);
        } catch (IOException brokenOff) {
            return -1;
        }
    }

    private void write(int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException full) {
            throw new StoreUnavailable("the spool cannot take a part", full);
        }
        digest.update(chunk, 0, length);
        size += length;
    }

    public long size() {
        return size;
    }

    /** Whether nothing more comes. */
    public boolean ended() {
        return ended;
    }

    /** What is there now; it stays this object's to delete. */
    public SpooledFile file() {
        try {
            out.flush();
            return new SpooledFile(path, size, Sha256.of((MessageDigest) digest.clone()));
        } catch (IOException | CloneNotSupportedException unusable) {
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
    }

    @Override
    public void close() {
        close(out);
        new SpooledFile(path, size, Sha256.of(digest)).close();
    }

    private static OutputStream opened(Path path) {
        try {
            return Files.newOutputStream(path);
        } catch (IOException unusable) {
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException unusable) {
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
    }
}
