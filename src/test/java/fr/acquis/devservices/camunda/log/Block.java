package fr.acquis.devservices.camunda.log;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One append, as it stands in a file: magic, length, checksum, a spare word, lowest and highest position, the position
 * that was already durable when the block was written, then the payload.
 */
final class Block {

    static final int HEADER = 40;
    static final int MAGIC = 0x41435142;

    private static final int CHECKSUM_AT = 8;
    private static final int CHECKED_FROM = 12;
    private static final int DURABLE_AT = 32;

    final long lowest;
    final long highest;
    final ByteBuffer bytes;
    final AppendListener listener;

    Block(long lowest, long highest, byte[] withRoomForHeader, AppendListener listener) {
        this.lowest = lowest;
        this.highest = highest;
        this.bytes = ByteBuffer.wrap(withRoomForHeader);
        this.listener = listener;
        bytes.putInt(0, MAGIC);
        bytes.putInt(4, withRoomForHeader.length - HEADER);
        bytes.putLong(16, lowest);
        bytes.putLong(24, highest);
    }

    int length() {
        return bytes.capacity();
    }

    /** The block as it goes to disk; called again when a write failed and is repeated. */
    ByteBuffer sealed(long durable) {
        bytes.putLong(DURABLE_AT, durable);
        bytes.putInt(CHECKSUM_AT, checksum(bytes, 0, length()));
        return bytes.duplicate().position(0).limit(length());
    }

    /** A block found in a file, or null when no whole and true block begins at this byte. */
    static Found at(ByteBuffer file, int offset) {
        if (file.limit() - offset < HEADER || file.getInt(offset) != MAGIC) {
            return null;
        }
        int payload = file.getInt(offset + 4);
        if (payload < 0 || payload > file.limit() - offset - HEADER) {
            return null;
        }
        int length = HEADER + payload;
        if (file.getInt(offset + CHECKSUM_AT) != checksum(file, offset, length)) {
            return null;
        }
        return new Found(
                length, file.getLong(offset + 16), file.getLong(offset + 24), file.getLong(offset + DURABLE_AT));
    }

    private static int checksum(ByteBuffer buffer, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(offset + length).position(offset + CHECKED_FROM));
        return (int) crc.getValue();
    }

    record Found(int length, long lowest, long highest, long durable) {}
}
