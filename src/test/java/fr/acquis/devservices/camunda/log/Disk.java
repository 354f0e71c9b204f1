package fr.acquis.devservices.camunda.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The two calls that can fail under the log: tests put a disk here that is full or broken. */
public interface Disk {

    Disk REAL = new Disk() {};

    /** Writes every block, from the given byte of the file on. */
    default void write(FileChannel channel, ByteBuffer[] blocks, long at) throws IOException {
        channel.position(at);
        long left = 0;
        for (ByteBuffer block : blocks) {
            left += block.remaining();
        }
        while (left > 0) {
            left -= channel.write(blocks);
        }
    }

    /** Returns once what was written would survive a power cut. */
    default void force(FileChannel channel) throws IOException {
        channel.force(false);
    }
}
