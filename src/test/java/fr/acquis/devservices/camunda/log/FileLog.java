package fr.acquis.devservices.camunda.log;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The log as the stream processor wants it: appended blocks are written and forced in groups by one thread, and seen by
 * readers only once they are durable.
 *
 * <p>A write that fails is not lost: its blocks wait in memory and are written again until the disk takes them. Nothing
 * in them was acknowledged, and {@link #trouble()} lets the gateway refuse new commands meanwhile.
 */
public final class FileLog implements LogStorage, AutoCloseable {

    public static final int SEGMENT_BYTES = 8 << 20;

    private final Path folder;
    private final ConcurrentNavigableMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final Set<CommitListener> listeners = ConcurrentHashMap.newKeySet();
    private final GroupCommit commits;

    public FileLog(Path folder, Disk disk, int segmentBytes) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        openSegments();
        Segment active = segments.isEmpty() ? null : segments.lastEntry().getValue();
        this.commits = new GroupCommit(this, disk, segmentBytes, active);
    }

    private void openSegments() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
        Segment before = null;
        for (Path file : files) {
            boolean last = file.equals(files.getLast());
            Segment segment = Segment.open(file, last);
            if (segment.count() == 0 && last) {
                segment.delete();
                break;
            }
            if (before != null && segment.base != before.highest() + 1) {
                throw new CorruptLog(file, 0, "the log goes on at " + segment.base + " after " + before.highest());
            }
            segments.put(segment.base, segment);
            before = segment;
        }
    }

    @Override
    public void append(long lowest, long highest, BufferWriter writer, AppendListener listener) {
        byte[] bytes = new byte[Block.HEADER + writer.getLength()];
        writer.write(new UnsafeBuffer(bytes), Block.HEADER);
        commits.append(new Block(lowest, highest, bytes, listener));
    }

    @Override
    public LogStorageReader newReader() {
        return new FileLogReader(this);
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    /** Runs the action once everything up to the position is durable, at once if it already is. */
    public void whenDurable(long position, Runnable action) {
        commits.whenDurable(position, action);
    }

    /** The last position handed in, durable or not; -1 before the first. */
    public long appended() {
        return commits.appended();
    }

    /** The last position that would survive a power cut; -1 before the first. */
    public long durable() {
        return commits.durable();
    }

    /** The first position still kept; -1 while the log is empty. */
    public long first() {
        return segments.isEmpty() ? -1 : segments.firstKey();
    }

    /** Why nothing can be written just now, if so. */
    public Optional<String> trouble() {
        return commits.trouble();
    }

    public long bytes() {
        return segments.values().stream().mapToLong(Segment::size).sum();
    }

    /** Bytes of the blocks that a start from a snapshot at this position reads again. */
    public long bytesAfter(long position) {
        return segments.values().stream()
                .mapToLong(segment -> segment.bytesFrom(position + 1))
                .sum();
    }

    /** Bytes written since this start, compacted ones included. */
    public long written() {
        return commits.written();
    }

    /** Deletes the files that hold only positions below the given one; the file that holds it stays. */
    public void compact(long keep) throws IOException {
        while (true) {
            Map.Entry<Long, Segment> first = segments.firstEntry();
            boolean last = first == null || segments.higherKey(first.getKey()) == null;
            if (last || first.getValue().highest() >= keep) {
                return;
            }
            segments.remove(first.getKey());
            first.getValue().delete();
        }
    }

    Segment roll(long base) throws IOException {
        Segment segment = Segment.create(folder, base);
        forceFolder(folder);
        segments.put(base, segment);
        return segment;
    }

    void announce() {
        listeners.forEach(CommitListener::onCommit);
    }

    Segment firstSegment() {
        Map.Entry<Long, Segment> first = segments.firstEntry();
        return first == null ? null : first.getValue();
    }

    Segment segmentAfter(long base) {
        Map.Entry<Long, Segment> next = segments.higherEntry(base);
        return next == null ? null : next.getValue();
    }

    Segment segmentOf(long position) {
        Map.Entry<Long, Segment> found = segments.floorEntry(position);
        if (found != null && found.getValue().count() == 0) {
            found = segments.lowerEntry(found.getKey());
        }
        return found == null ? firstSegment() : found.getValue();
    }

    /** Makes created, renamed and deleted names of a folder durable. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        commits.close();
        for (Segment segment : segments.values()) {
            segment.close();
        }
    }
}
