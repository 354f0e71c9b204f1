package fr.acquis.mortal;

import fr.acquis.shared.Sha256;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** A file too long for one part, as a page sends it that does not give up: each try goes on where the last one stood. */
record SentFile(byte[] content, String hash) {

    /** The least that stores take. */
    static final int PART = 5 << 20;

    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    /** So many parts and a little more; no two are alike. */
    static SentFile ofParts(int parts) {
        byte[] content = new byte[parts * PART + 1_000];
        ThreadLocalRandom.current().nextBytes(content);
        System.arraycopy(HEAD, 0, content, 0, HEAD.length);
        return new SentFile(content, Sha256.of(content).hex());
    }

    /** Begins or finds it; the answer's offset is where it stands. */
    Answer find(Visitor sender, String evidence, String kind) throws IOException {
        return sender.beginUpload(evidence, kind, "piece.pdf", content.length, hash);
    }

    /** Sends the rest: 204 with an offset at its end when it is a piece. */
    Answer goOn(Visitor sender, Answer found) throws IOException {
        int from = (int) found.offset();
        return sender.uploadPart(
                found.location(), from, BodyPublishers.ofByteArray(content, from, content.length - from));
    }

    boolean takenWhole(Answer answer) {
        return answer.status() == 204 && answer.offset() == content.length;
    }
}
