package fr.acquis.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files of any length that pass for what their name says; no two are alike. */
final class MadeFile {

    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private MadeFile() {}

    static byte[] pdf(int length) {
        byte[] file = new byte[length];
        new Random(System.nanoTime()).nextBytes(file);
        System.arraycopy(HEAD, 0, file, 0, HEAD.length);
        return file;
    }
}
