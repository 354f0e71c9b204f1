package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Films (MP4) and pictures of phones (HEIC) are rows of boxes, each with its length: enough to know whether the end is there. */
final class BoxReading {

    private static final int HEADER = 8;

    private BoxReading() {}

    static ReadAnswer read(Path path) throws IOException {
        Set<String> boxes = new HashSet<>();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long at = 0;
            while (at < file.length()) {
                file.seek(at);
                long length = Integer.toUnsignedLong(file.readInt());
                byte[] name = new byte[4];
                file.readFully(name);
                if (length == 1) {
                    length = file.readLong();
                } else if (length == 0) {
                    length = file.length() - at;
                }
                if (length < HEADER || length > file.length() - at) {
                    return ReadAnswer.found(ReadingState.TRUNCATED, -1);
                }
                boxes.add(new String(name, StandardCharsets.US_ASCII));
                at += length;
            }
        } catch (EOFException cut) {
            return ReadAnswer.found(ReadingState.TRUNCATED, -1);
        }
        boolean index = boxes.contains("moov") || boxes.contains("meta");
        return ReadAnswer.found(index ? ReadingState.NO_TEXT : ReadingState.TRUNCATED, -1);
    }
}
