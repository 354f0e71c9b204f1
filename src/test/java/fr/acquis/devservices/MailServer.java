package fr.acquis.devservices;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server on loopback that keeps what it receives. */
public final class MailServer implements AutoCloseable {

    /** Those of this JVM by their port: an application shows what its own received. */
    private static final Map<Integer, MailServer> RUNNING = new ConcurrentHashMap<>();

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        MailServer started = new MailServer(server);
        RUNNING.put(started.port(), started);
        return started;
    }

    /** The one of this JVM that listens there, for the page that shows what it received; empty where mail goes elsewhere. */
    static Optional<MailServer> at(int port) {
        return Optional.ofNullable(RUNNING.get(port));
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Every mail received since the start, oldest first. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        RUNNING.remove(port());
        server.stop();
    }
}
