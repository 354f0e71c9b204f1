package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.ScanState;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks clamd's INSTREAM: the content in lengths and chunks, a zero at the end, one line back. */
final class Clamd {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;
    private static final String COMMAND = "zINSTREAM\0";

    private final EvidenceSettings.Antivirus settings;

    Clamd(EvidenceSettings.Antivirus settings) {
        this.settings = settings;
    }

    /**
     * Clean or infected.
     *
     * @throws IOException when clamd does not answer, or says that it could not look
     */
    ScanState scan(InputStream content) throws IOException {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
            socket.setSoTimeout(timeout);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write(COMMAND.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int length = content.readNBytes(chunk, 0, CHUNK);
                    length > 0;
                    length = content.readNBytes(chunk, 0, CHUNK)) {
                out.writeInt(length);
                out.write(chunk, 0, length);
            }
            out.writeInt(0);
            out.flush();
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static ScanState verdict(String answer) throws IOException {
        if (answer.endsWith(" OK")) {
            return ScanState.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            return ScanState.INFECTED;
        }
        throw new IOException("clamd did not look: " + (answer.isEmpty() ? "no answer" : answer));
    }
}
