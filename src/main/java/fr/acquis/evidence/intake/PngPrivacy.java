package fr.acquis.evidence.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of a PNG what was written beside the picture: texts, when it was changed, what a camera noted, whatever stands
 * behind its end. What is needed to draw it stays byte by byte, and which way up it is.
 */
final class PngPrivacy {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String END = "IEND";
    private static final String CAMERA = "eXIf";

    /** Needed to draw it, moving ones too; anything else only tells about it. */
    private static final Set<String> DRAWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    /** More than any camera notes. */
    private static final int LONGEST_NOTE = 4 << 20;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;

    private PngPrivacy() {}

    /** @return whether the copy differs: false when there was nothing to take out, or the file is no PNG that can be walked */
    static boolean copy(Path from, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from), CHUNK));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to), CHUNK))) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
                return false;
            }
            out.write(SIGNATURE);
            return chunks(in, out);
        } catch (EOFException cut) {
            return false;
        }
    }

    private static boolean chunks(DataInputStream in, DataOutputStream out) throws IOException {
        boolean changed = false;
        while (true) {
            int length = in.readInt();
            byte[] type = in.readNBytes(4);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new EOFException("longer than a chunk may be");
            }
            if (DRAWN.contains(name)) {
                out.writeInt(length);
                out.write(type);
                // With the check sum behind it.
                copy(in, out, length + 4L);
            } else if (name.equals(CAMERA) && length <= LONGEST_NOTE) {
                changed |= upright(in, length, out);
            } else {
                copy(in, OutputStream.nullOutputStream(), length + 4L);
                changed = true;
            }
            if (name.equals(END)) {
                return in.read() >= 0 || changed;
            }
        }
    }

    /** The chunk is an Exif block without its mark. */
    private static boolean upright(DataInputStream in, int length, DataOutputStream out) throws IOException {
        byte[] block = Arrays.copyOf(EXIF, EXIF.length + length);
        in.readFully(block, EXIF.length, length);
        in.readInt();
        byte[] only = ExifOrientation.only(block);
        if (only.length > 0) {
            byte[] name = CAMERA.getBytes(StandardCharsets.US_ASCII);
            byte[] chunk = Arrays.copyOf(name, name.length + only.length - EXIF.length);
            System.arraycopy(only, EXIF.length, chunk, 4, only.length - EXIF.length);
            CRC32 sum = new CRC32();
            sum.update(chunk);
            out.writeInt(chunk.length - 4);
            out.write(chunk);
            out.writeInt((int) sum.getValue());
        }
        return !Arrays.equals(only, block);
    }

    private static void copy(DataInputStream in, OutputStream out, long length) throws IOException {
        byte[] some = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(some, 0, read);
            left -= read;
        }
    }
}
