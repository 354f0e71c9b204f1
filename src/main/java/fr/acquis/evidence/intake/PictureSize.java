package fr.acquis.evidence.intake;

import fr.acquis.evidence.FileType;

/** How many pixels a picture says it has, read from its first bytes: a few kilobytes can ask for gigabytes once decoded. */
final class PictureSize {

    private static final int PNG_WIDTH_AT = 16;

    private PictureSize() {}

    /** 0 where the head does not say. */
    static long pixels(FileType type, byte[] head) {
        return switch (type) {
            case PNG -> png(head);
            case JPEG -> jpeg(head);
            case HEIC, PDF, DOCX, ODT, XLSX, ODS, MP4 -> 0;
        };
    }

    private static long png(byte[] head) {
        return head.length < PNG_WIDTH_AT + 8 ? 0 : unsigned32(head, PNG_WIDTH_AT) * unsigned32(head, PNG_WIDTH_AT + 4);
    }

    /** Walks from marker to marker up to the frame header (SOF). */
    private static long jpeg(byte[] head) {
        int at = 2;
        while (at + 9 < head.length && (head[at] & 0xFF) == 0xFF) {
            int marker = head[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (frameHeader(marker)) {
                return (long) unsigned16(head, at + 5) * unsigned16(head, at + 7);
            } else {
                at += 2 + Math.max(2, unsigned16(head, at + 2));
            }
        }
        return 0;
    }

    /** SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC). */
    private static boolean frameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static long unsigned32(byte[] bytes, int at) {
        return (long) unsigned16(bytes, at) << 16 | unsigned16(bytes, at + 2);
    }
}
