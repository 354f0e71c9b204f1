package fr.acquis.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The container of office documents before 2007, in which a protected document of today is wrapped. */
final class OldOffice {

    private static final byte[] MARK = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int CHUNK = 64 * 1024;

    private OldOffice() {}

    /** The directory may stand anywhere in the file, hence the walk through it. */
    static boolean holdsEncryptedPackage(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            byte[] window = new byte[CHUNK + MARK.length];
            int kept = 0;
            for (int read = content.readNBytes(window, kept, CHUNK);
                    read > 0;
                    read = content.readNBytes(window, kept, CHUNK)) {
                int filled = kept + read;
                if (contains(window, filled)) {
                    return true;
                }
                kept = Math.min(MARK.length, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
            return false;
        }
    }

    private static boolean contains(byte[] window, int filled) {
        for (int at = 0; at <= filled - MARK.length; at++) {
            int same = 0;
            while (same < MARK.length && window[at + same] == MARK[same]) {
                same++;
            }
            if (same == MARK.length) {
                return true;
            }
        }
        return false;
    }
}
