package fr.acquis.livret2.assembly;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JPEG says of itself before its picture, so that it enters a PDF as it is packed, without being unpacked.
 *
 * @param components 1 grey, 3 colour, 4 printing colours
 * @param orientation of EXIF, 1 to 8: how the camera was held
 * @param inverted whether printing colours are written upside down, as Adobe's programs do
 */
record JpegHeader(int width, int height, int bits, int components, int orientation, boolean inverted) {

    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;

    /** Whether the picture lies on its side. */
    boolean sideways() {
        return orientation >= 5;
    }

    static JpegHeader read(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(content)) {
            if (in.readUnsignedShort() != 0xFFD8) {
                throw new IOException("not a JPEG");
            }
            int orientation = 1;
            boolean adobe = false;
            while (true) {
                int marker = nextMarker(in);
                if (marker == START_OF_SCAN) {
                    throw new IOException("a JPEG without a frame");
                }
                byte[] segment = new byte[in.readUnsignedShort() - 2];
                in.readFully(segment);
                if (marker == EXIF) {
                    orientation = orientation(segment, orientation);
                } else if (marker == ADOBE && segment.length >= 12 && startsWith(segment, "Adobe")) {
                    adobe = true;
                } else if (isFrame(marker)) {
                    return frame(segment, orientation, adobe);
                }
            }
        } catch (NegativeArraySizeException | IndexOutOfBoundsException | java.nio.BufferUnderflowException broken) {
            throw new IOException("a JPEG whose lengths contradict each other", broken);
        }
    }

    private static int nextMarker(DataInputStream in) throws IOException {
        int read = in.readUnsignedByte();
        if (read != 0xFF) {
            throw new IOException("no marker where one should be");
        }
        while (read == 0xFF) {
            read = in.readUnsignedByte();
        }
        return read;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static JpegHeader frame(byte[] segment, int orientation, boolean adobe) throws IOException {
        ByteBuffer frame = ByteBuffer.wrap(segment);
        int bits = frame.get() & 0xFF;
        int height = frame.getShort() & 0xFFFF;
        int width = frame.getShort() & 0xFFFF;
        int components = frame.get() & 0xFF;
        if (width == 0 || height == 0 || components != 1 && components != 3 && components != 4) {
            throw new IOException("a JPEG of no known kind");
        }
        return new JpegHeader(width, height, bits, components, orientation, adobe && components == 4);
    }

    private static boolean startsWith(byte[] segment, String text) {
        for (int at = 0; at < text.length(); at++) {
            if (segment[at] != text.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** The first directory of EXIF is a small TIFF: entries of twelve bytes, one of them the orientation. */
    private static int orientation(byte[] segment, int otherwise) {
        if (segment.length < 14 || !startsWith(segment, "Exif")) {
            return otherwise;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.capacity()) {
            return otherwise;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int n = 0; n < entries; n++) {
            int entry = directory + 2 + 12 * n;
            if (entry + 12 > tiff.capacity()) {
                return otherwise;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : otherwise;
            }
        }
        return otherwise;
    }
}
