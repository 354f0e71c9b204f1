package fr.acquis.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Where the services keep their data, as one unit: database, documents and engine belong together, and share an epoch. One
 * process at a time.
 */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 1_500L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toAbsolutePath();
            requireSpace(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Refused("Acquis is already running on %s: stop it first.".formatted(path));
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException unusable) {
            throw new Refused("The data folder %s cannot be used: %s.".formatted(folder, unusable.getMessage()));
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        long needed = Long.getLong("acquis.dev.needed-bytes", NEEDED_BYTES);
        if (free < needed) {
            throw new Refused("Not enough disk space for %s: %d MB free, %d MB needed."
                    .formatted(path, free >> 20, needed >> 20));
        }
    }

    Path resolve(String child) {
        return path.resolve(child);
    }

    /** Made once with the folder; a reset of the folder makes another. */
    UUID epoch() {
        Path file = path.resolve("epoch");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
