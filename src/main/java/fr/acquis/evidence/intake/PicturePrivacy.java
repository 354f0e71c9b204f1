package fr.acquis.evidence.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes out of a JPEG what a camera writes beside the picture: where and when it was taken, by which device, a thumbnail of
 * the picture before somebody cut it, other pictures behind its end. Which way up it is stays; the picture itself is copied
 * as it is.
 */
final class PicturePrivacy {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int EXIF_OR_XMP = 0xE1;
    private static final int COLOURS_OR_MORE_PICTURES = 0xE2;
    private static final int CAPTIONS = 0xED;
    private static final int COMMENT = 0xFE;
    private static final byte[] MORE_PICTURES = "MPF\0".getBytes(StandardCharsets.US_ASCII);

    private PicturePrivacy() {}

    /** @return whether the copy differs: false when there was nothing to take out, or the file is no JPEG that can be walked */
    static boolean copy(Path from, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from), 1 << 16));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            if (in.readUnsignedShort() != 0xFFD8) {
                return false;
            }
            out.write(0xFF);
            out.write(0xD8);
            boolean changed = heads(in, out);
            return picture(in, out) || changed;
        } catch (EOFException | Unwalkable cut) {
            return false;
        }
    }

    /** Copies segment by segment up to the picture itself. */
    private static boolean heads(DataInputStream in, OutputStream out) throws IOException {
        boolean changed = false;
        while (true) {
            if (in.readUnsignedByte() != 0xFF) {
                throw new Unwalkable();
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            if (length < 2) {
                throw new Unwalkable();
            }
            byte[] segment = new byte[length - 2];
            in.readFully(segment);
            if (told(marker, segment)) {
                changed = true;
                byte[] upright = ExifOrientation.only(segment);
                if (marker == EXIF_OR_XMP && upright.length > 0) {
                    write(out, marker, upright);
                    changed = !Arrays.equals(upright, segment);
                }
            } else {
                write(out, marker, segment);
            }
            if (marker == START_OF_SCAN) {
                return changed;
            }
        }
    }

    private static boolean told(int marker, byte[] segment) {
        return marker == EXIF_OR_XMP
                || marker == CAPTIONS
                || marker == COMMENT
                || marker == COLOURS_OR_MORE_PICTURES && startsWith(segment, MORE_PICTURES);
    }

    /** Within the picture FF is followed by 00 unless a marker stands there, so its end cannot be mistaken. */
    private static boolean picture(DataInputStream in, OutputStream out) throws IOException {
        int before = 0;
        for (int one = in.read(); one >= 0; one = in.read()) {
            out.write(one);
            if (before == 0xFF && one == END) {
                return in.read() >= 0;
            }
            before = one;
        }
        return false;
    }

    private static void write(OutputStream out, int marker, byte[] segment) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write(segment.length + 2 >> 8);
        out.write(segment.length + 2 & 0xFF);
        out.write(segment);
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static final class Unwalkable extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
