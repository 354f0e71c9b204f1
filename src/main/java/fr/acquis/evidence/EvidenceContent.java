package fr.acquis.evidence;

import java.io.IOException;
import java.io.InputStream;

/** An open content; whoever opened it closes it. */
public record EvidenceContent(EvidenceVersion version, InputStream stream) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
