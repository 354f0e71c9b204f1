package fr.acquis.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** What a folder takes of the disk while somebody writes in it: a file under two names counts once, a vanished one not. */
final class DiskUse extends SimpleFileVisitor<Path> {

    private final Set<Object> counted = new HashSet<>();
    private long bytes;

    private DiskUse() {}

    static long of(Path folder) {
        DiskUse use = new DiskUse();
        try {
            Files.walkFileTree(folder, use);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return use.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (counted.add(attributes.fileKey())) {
            bytes += attributes.size();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException vanished) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException vanished) {
        return FileVisitResult.CONTINUE;
    }
}
