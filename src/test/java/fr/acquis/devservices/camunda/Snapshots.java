package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * State at a position of the log, so that a start replays only what came after. A folder named by the position is whole:
 * it got its name last, by one rename.
 */
final class Snapshots {

    private static final Pattern WHOLE = Pattern.compile("\\d{20}");
    private static final String UNFINISHED = ".unfinished";
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final FileLog log;

    Snapshots(Path folder, FileLog log) throws IOException {
        this.folder = folder;
        this.log = log;
        Files.createDirectories(folder);
        for (Path left : list(true)) {
            DataFolder.deleteTree(left);
        }
    }

    /** Makes the working state anew from the newest snapshot and tells its position; empty and 0 when there is none yet. */
    long restore(Path runtime) throws IOException {
        DataFolder.deleteTree(runtime);
        OptionalLong newest = newest();
        if (newest.isEmpty()) {
            if (log.first() > 1) {
                throw new IllegalStateException("The engine's log begins at position " + log.first()
                        + " and no snapshot holds what came before: " + folder + " is incomplete. Put the data folder"
                        + " back from a copy, or delete it to begin afresh.");
            }
            return 0;
        }
        long position = newest.getAsLong();
        if (position > log.durable() || position + 1 < log.first()) {
            throw new IllegalStateException("The newest snapshot stands at " + position + " and the log holds "
                    + log.first() + " to " + log.durable() + ": " + folder
                    + " and the log do not belong together. Put the data folder back from a copy, or delete it to"
                    + " begin afresh.");
        }
        copy(folder.resolve(name(position)), runtime);
        return position;
    }

    /** Takes a snapshot of the running engine and lets go of the log below it; false when nothing new happened. */
    synchronized boolean take(StreamProcessor processor, ZeebeDb<?> state) throws IOException {
        long position = processor.getLastProcessedPositionAsync().join();
        if (position < 1 || newest().orElse(0) >= position) {
            return false;
        }
        Path unfinished = folder.resolve(name(position) + UNFINISHED);
        DataFolder.deleteTree(unfinished);
        state.createSnapshot(unfinished.toFile());
        // The state may already hold what the log has not made durable yet; a snapshot must never be ahead of its log.
        if (!durableUpTo(processor.getLastWrittenPositionAsync().join())) {
            DataFolder.deleteTree(unfinished);
            return false;
        }
        publish(unfinished, folder.resolve(name(position)));
        forget(position);
        log.compact(position);
        return true;
    }

    private boolean durableUpTo(long position) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        log.whenDurable(position, () -> reached.complete(null));
        try {
            reached.get(LOG_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException diskInTrouble) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void publish(Path unfinished, Path whole) throws IOException {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                DataFolder.force(file);
            }
        }
        FileLog.forceFolder(unfinished);
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        FileLog.forceFolder(folder);
    }

    private void forget(long newest) throws IOException {
        for (Path snapshot : list(false)) {
            if (Long.parseLong(snapshot.getFileName().toString()) < newest) {
                DataFolder.deleteTree(snapshot);
            }
        }
    }

    /** Table files never change, so they are linked where the file system can; the few others are copied. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(file.getFileName());
                if (file.toString().endsWith(".sst")) {
                    link(file, target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    OptionalLong newest() throws IOException {
        return list(false).stream()
                .mapToLong(snapshot -> Long.parseLong(snapshot.getFileName().toString()))
                .max();
    }

    /** Whatever does not bear a position alone is unfinished: the store makes a folder of its own name first. */
    private List<Path> list(boolean unfinished) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(
                            path -> WHOLE.matcher(path.getFileName().toString()).matches() != unfinished)
                    .toList();
        }
    }

    private static String name(long position) {
        return "%020d".formatted(position);
    }
}
