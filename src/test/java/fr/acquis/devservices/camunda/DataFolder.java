package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The engine's folder: one process at a time, one format, one identity.
 *
 * <pre>
 * lock       held while an engine runs on the folder
 * format     what wrote it; another format is refused, not guessed at
 * epoch      a UUID made with the folder: a new folder is another engine, whatever its keys look like
 * starts     how often an engine started here, so that request ids never repeat
 * clock      by how much the time was moved
 * keys       when which keys were made
 * log/       segments of the write-ahead log
 * snapshots/ state at a position of the log
 * runtime/   the working state, thrown away at each start
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    private static final String FORMAT = "log 1, engine 8.8";

    private final Path root;
    private final FileChannel lockFile;
    private final UUID epoch;
    private final long starts;

    private DataFolder(Path root, FileChannel lockFile) throws IOException {
        this.root = root;
        this.lockFile = lockFile;
        checkFormat();
        this.epoch = UUID.fromString(readOrCreate("epoch", UUID.randomUUID().toString()));
        this.starts = Long.parseLong(readOrCreate("starts", "0")) + 1;
        writeDurably("starts", Long.toString(starts));
    }

    static DataFolder open(Path given) throws IOException {
        Files.createDirectories(given);
        Path root = given.toRealPath();
        // A process loses its lock when it closes any handle on the file: a second engine in this JVM must not open it.
        if (!HELD_HERE.add(root)) {
            throw taken(root);
        }
        FileChannel lockFile = null;
        try {
            lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) {
                throw taken(root);
            }
            return new DataFolder(root, lockFile);
        } catch (IOException | RuntimeException refused) {
            if (lockFile != null) {
                lockFile.close();
            }
            HELD_HERE.remove(root);
            throw refused;
        }
    }

    private static IllegalStateException taken(Path root) {
        return new IllegalStateException(
                "Another engine runs on " + root + ": stop it, or give this one a folder of its own.");
    }

    private void checkFormat() throws IOException {
        String found = readOrCreate("format", FORMAT);
        if (!found.equals(FORMAT)) {
            throw new IllegalStateException(root.toAbsolutePath() + " was written as «" + found
                    + "» and this engine reads «" + FORMAT + "»: delete the folder to begin afresh.");
        }
    }

    private String readOrCreate(String name, String initial) throws IOException {
        if (!Files.exists(root.resolve(name))) {
            writeDurably(name, initial);
        }
        return Files.readString(root.resolve(name)).strip();
    }

    /** Either the old text or the new one is there after a crash, never half of it. */
    void writeDurably(String name, String text) throws IOException {
        Path fresh = root.resolve(name + ".new");
        Files.writeString(fresh, text);
        force(fresh);
        Files.move(fresh, root.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileLog.forceFolder(root);
    }

    String read(String name, String otherwise) throws IOException {
        Path file = root.resolve(name);
        return Files.exists(file) ? Files.readString(file).strip() : otherwise;
    }

    UUID epoch() {
        return epoch;
    }

    long starts() {
        return starts;
    }

    Path log() {
        return root.resolve("log");
    }

    Path keyTimes() {
        return root.resolve("keys");
    }

    Path snapshots() {
        return root.resolve("snapshots");
    }

    Path runtime() {
        return root.resolve("runtime");
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> walked = Files.walk(folder)) {
            found = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
        HELD_HERE.remove(root);
    }
}
