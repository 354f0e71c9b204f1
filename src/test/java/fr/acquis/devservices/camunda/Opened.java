package fr.acquis.devservices.camunda;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened so far, closed in the opposite order when the rest cannot be. */
final class Opened {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T with(T opened) {
        open.push(opened);
        return opened;
    }

    void close() {
        open.forEach(Opened::closeQuietly);
        open.clear();
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception failed) {
            LOG.warn("Closing {} failed", closeable.getClass().getSimpleName(), failed);
        }
    }
}
