package fr.acquis.evidence.intake;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file is by its first bytes, as far as it matters to us: nothing else is accepted, so nothing else is told apart. */
enum Signature {
    PDF,
    JPEG,
    PNG,
    HEIC,
    MP4,
    /** What office documents are packed in. */
    ARCHIVE,
    /** The container of office documents before 2007. */
    OLD_OFFICE,
    OTHER;

    private static final String JPEG_MARK = "\u00FF\u00D8\u00FF";
    private static final String PNG_MARK = "\u0089PNG\r\n\u001A\n";
    private static final String ARCHIVE_MARK = "PK\u0003\u0004";
    private static final String OLD_OFFICE_MARK = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final int LONGEST = 16;

    /** Files of boxes (ISO 14496-12) name first what they are written for. */
    private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "hevc", "hevx", "mif1", "msf1");

    private static final Set<String> FILM_BRANDS = Set.of(
            "mp41", "mp42", "isom", "iso2", "iso4", "iso5", "iso6", "avc1", "dash", "MSNV", "M4V ", "M4VH", "M4VP",
            "M4A ", "M4B ", "F4A ", "F4B ");

    static Signature of(byte[] head) {
        String begins = new String(head, 0, Math.min(LONGEST, head.length), StandardCharsets.ISO_8859_1);
        // A reader searches the whole first kilobyte for the mark; what stands before it could be another kind of file.
        if (begins.startsWith("%PDF-") || begins.startsWith(BYTE_ORDER_MARK + "%PDF-")) {
            return PDF;
        }
        if (begins.startsWith(JPEG_MARK)) {
            return JPEG;
        }
        if (begins.startsWith(PNG_MARK)) {
            return PNG;
        }
        if (begins.startsWith(ARCHIVE_MARK)) {
            return ARCHIVE;
        }
        if (begins.startsWith(OLD_OFFICE_MARK)) {
            return OLD_OFFICE;
        }
        return begins.length() >= 12 && begins.startsWith("ftyp", 4) ? brand(begins.substring(8, 12)) : OTHER;
    }

    private static Signature brand(String brand) {
        if (PICTURE_BRANDS.contains(brand)) {
            return HEIC;
        }
        return FILM_BRANDS.contains(brand) ? MP4 : OTHER;
    }
}
