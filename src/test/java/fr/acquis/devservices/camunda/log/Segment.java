package fr.acquis.devservices.camunda.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * One file of the log and, in memory, where each of its durable blocks begins. One thread adds, any number read: an
 * entry is visible only once {@code count} says so.
 */
final class Segment {

    static final String SUFFIX = ".log";

    final Path file;
    final long base;
    final FileChannel channel;

    private volatile long[] lowest = new long[256];
    private volatile int[] offset = new int[256];
    private volatile int[] length = new int[256];
    private volatile int count;
    private volatile long highest;
    private volatile int size;

    private Segment(Path file, long base) throws IOException {
        this.file = file;
        this.base = base;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static Segment create(Path folder, long base) throws IOException {
        Segment segment = new Segment(folder.resolve("%020d%s".formatted(base, SUFFIX)), base);
        segment.channel.truncate(0);
        return segment;
    }

    /** Reads a file again after a start. What is torn at the very end of the log is cut off, anything else is refused. */
    static Segment open(Path file, boolean last) throws IOException {
        String name = file.getFileName().toString();
        Segment segment = new Segment(file, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int at = 0;
        long expected = segment.base;
        while (at < bytes.limit()) {
            Block.Found found = Block.at(bytes, at);
            if (found == null) {
                segment.cutOrRefuse(bytes, at, expected, last);
                break;
            }
            if (found.lowest() != expected) {
                throw new CorruptLog(file, at, "position " + found.lowest() + " where " + expected + " was due");
            }
            segment.add(found.lowest(), found.highest(), found.length());
            expected = found.highest() + 1;
            at += found.length();
        }
        return segment;
    }

    private void cutOrRefuse(ByteBuffer bytes, int at, long expected, boolean last) throws IOException {
        if (!last) {
            throw new CorruptLog(file, at, "a block in the middle of the log cannot be read");
        }
        for (int next = at + 1; next <= bytes.limit() - Block.HEADER; next++) {
            Block.Found later = bytes.getInt(next) == Block.MAGIC ? Block.at(bytes, next) : null;
            if (later != null && later.durable() >= expected) {
                throw new CorruptLog(file, at, "a block that was already durable cannot be read");
            }
        }
        channel.truncate(at);
        channel.force(true);
    }

    /** Announces blocks that are now durable. */
    void add(List<Block> blocks) {
        for (Block block : blocks) {
            add(block.lowest, block.highest, block.length());
        }
    }

    private void add(long blockLowest, long blockHighest, int blockLength) {
        int at = count;
        if (at == lowest.length) {
            lowest = Arrays.copyOf(lowest, at * 2);
            offset = Arrays.copyOf(offset, at * 2);
            length = Arrays.copyOf(length, at * 2);
        }
        lowest[at] = blockLowest;
        offset[at] = size;
        length[at] = blockLength;
        highest = blockHighest;
        size += blockLength;
        count = at + 1;
    }

    int count() {
        return count;
    }

    int size() {
        return size;
    }

    /** The last position in this file; meaningless while it is empty. */
    long highest() {
        return highest;
    }

    /** The last block that begins at or before a position, or the first one. */
    int blockAt(long position) {
        int found = Arrays.binarySearch(lowest, 0, count, position);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Bytes from the block that holds a position to the end of the file. */
    int bytesFrom(long position) {
        return count == 0 || position > highest ? 0 : size - offset[blockAt(position)];
    }

    /** A block's payload, in an array of its own: readers keep what they are given. */
    byte[] read(int block) {
        int begin = offset[block] + Block.HEADER;
        byte[] payload = new byte[length[block] - Block.HEADER];
        ByteBuffer target = ByteBuffer.wrap(payload);
        try {
            while (target.hasRemaining()) {
                if (channel.read(target, begin + target.position()) < 0) {
                    throw new CorruptLog(file, begin, "the file ends before its block");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
        return payload;
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
