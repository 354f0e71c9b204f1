package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks the other side of INSTREAM; knows one virus. */
final class ListeningClamd implements AutoCloseable {

    static final String VIRUS = "SPECIMEN-VIRUS";

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private volatile byte[] received = new byte[0];
    private volatile String only;

    ListeningClamd() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    EvidenceSettings.Antivirus settings() {
        return new EvidenceSettings.Antivirus(
                "127.0.0.1", socket.getLocalPort(), Duration.ofSeconds(20), Duration.ofMillis(200));
    }

    void answerOnly(String words) {
        only = words;
    }

    byte[] received() {
        return received;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                answer(caller);
            } catch (IOException closed) {
                // The next caller, or the end.
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        received = content.toByteArray();
        boolean virus = content.toString(StandardCharsets.ISO_8859_1).contains(VIRUS);
        String verdict = only != null ? only : virus ? "stream: Specimen FOUND" : "stream: OK";
        String said = command.equals("zINSTREAM\0") ? verdict : "UNKNOWN COMMAND";
        caller.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
