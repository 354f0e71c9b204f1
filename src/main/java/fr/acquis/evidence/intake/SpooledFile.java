package fr.acquis.evidence.intake;

import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on our disk while it is being dealt with; closing it deletes it. */
public record SpooledFile(Path path, long size, Sha256 sha256) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
