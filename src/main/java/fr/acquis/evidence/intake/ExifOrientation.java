package fr.acquis.evidence.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which way up a photograph is, the one thing of its Exif block that is needed to show it. */
final class ExifOrientation {

    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final short SHORT_VALUE = 3;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    private ExifOrientation() {}

    /** A block that says this alone; empty when the picture is upright or the block says nothing. */
    static byte[] only(byte[] segment) {
        int orientation = read(segment);
        if (orientation <= UPRIGHT || orientation > LAST) {
            return new byte[0];
        }
        return ByteBuffer.allocate(MARK.length + 26)
                .put(MARK)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort(SHORT_VALUE)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static int read(byte[] segment) {
        ByteBuffer block = ByteBuffer.wrap(segment);
        if (segment.length < MARK.length + 14 || !block.slice(0, MARK.length).equals(ByteBuffer.wrap(MARK))) {
            return 0;
        }
        ByteBuffer tiff = block.slice(MARK.length, segment.length - MARK.length);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int n = 0; n < entries; n++) {
            int at = directory + 2 + n * ENTRY;
            if (at + ENTRY > tiff.limit()) {
                return 0;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT_VALUE) {
                return Short.toUnsignedInt(tiff.getShort(at + 8));
            }
        }
        return 0;
    }
}
