package fr.acquis.devservices.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When things were made, to the second. The engine's state does not keep the start of an instance, yet the API promises
 * it; keys only ever grow, so it is enough to note now and then how far they had grown.
 */
final class KeyTimes implements AutoCloseable {

    private static final int ENTRY = 16;
    private static final int MOST = 50_000;

    private final FileChannel file;
    private final NavigableMap<Long, Long> notes = new TreeMap<>();

    KeyTimes(Path path) throws IOException {
        ByteBuffer kept = ByteBuffer.wrap(Files.exists(path) ? Files.readAllBytes(path) : new byte[0]);
        int every = 1 + kept.limit() / ENTRY / MOST;
        for (int entry = 0; (entry + 1) * ENTRY <= kept.limit(); entry += every) {
            notes.put(kept.getLong(entry * ENTRY), kept.getLong(entry * ENTRY + 8));
        }
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        for (Map.Entry<Long, Long> note : notes.entrySet()) {
            write(note.getKey(), note.getValue());
        }
    }

    /** Notes the newest key, unless it was noted or the last note is younger than a second. */
    synchronized void note(long newestKey, Instant now) {
        Map.Entry<Long, Long> last = notes.lastEntry();
        boolean nothingNew = last != null && last.getKey() >= newestKey;
        boolean tooSoon = last != null && Math.abs(now.toEpochMilli() - last.getValue()) < 1_000;
        if (newestKey <= 0 || nothingNew || tooSoon) {
            return;
        }
        notes.put(newestKey, now.toEpochMilli());
        try {
            write(newestKey, now.toEpochMilli());
        } catch (IOException failed) {
            throw new UncheckedIOException("The times of the keys cannot be kept", failed);
        }
    }

    synchronized Instant madeAt(long key, Instant now) {
        Map.Entry<Long, Long> noted = notes.ceilingEntry(key);
        return noted == null ? now : Instant.ofEpochMilli(noted.getValue());
    }

    private void write(long key, long millis) throws IOException {
        file.write(ByteBuffer.allocate(ENTRY).putLong(key).putLong(millis).flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
