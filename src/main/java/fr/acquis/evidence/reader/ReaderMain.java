package fr.acquis.evidence.reader;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The reading process: requests on standard input, answers on standard output, until the parent is gone. */
public final class ReaderMain {

    /** Said once, when the process is ready to read. */
    public static final int READY = 0x52;

    private ReaderMain() {}

    public static void main(String[] args) throws Exception {
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints must not get between the answers.
        System.setOut(System.err);
        DocumentReading reading = new DocumentReading();
        BlockingQueue<ReadRequest> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> listen(requests));
        answers.writeByte(READY);
        answers.flush();
        while (true) {
            reading.read(requests.take()).write(answers);
        }
    }

    /** On a thread of its own: when the parent dies in the middle of a document, this process must not go on alone. */
    private static void listen(BlockingQueue<ReadRequest> requests) {
        DataInputStream in = new DataInputStream(System.in);
        try {
            while (true) {
                requests.add(ReadRequest.read(in));
            }
        } catch (EOFException parentGone) {
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException unintelligible) {
            Runtime.getRuntime().halt(1);
        }
    }
}
