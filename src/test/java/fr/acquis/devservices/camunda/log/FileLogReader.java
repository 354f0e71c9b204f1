package fr.acquis.devservices.camunda.log;

import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import java.util.NoSuchElementException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Walks the durable blocks in order. One thread uses one reader. */
final class FileLogReader implements LogStorageReader {

    private final FileLog log;
    private Segment segment;
    private int block;

    FileLogReader(FileLog log) {
        this.log = log;
    }

    @Override
    public void seek(long position) {
        segment = log.segmentOf(position);
        block = segment == null ? 0 : segment.blockAt(position);
    }

    @Override
    public boolean hasNext() {
        if (segment == null) {
            segment = log.firstSegment();
            block = 0;
        }
        if (segment == null) {
            return false;
        }
        if (block < segment.count()) {
            return true;
        }
        Segment next = log.segmentAfter(segment.base);
        // Asked again: the last blocks of this file may have been announced just before the next file was.
        if (next == null || block < segment.count()) {
            return block < segment.count();
        }
        segment = next;
        block = 0;
        return segment.count() > 0;
    }

    @Override
    public DirectBuffer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return new UnsafeBuffer(segment.read(block++));
    }

    @Override
    public void close() {
        segment = null;
    }
}
