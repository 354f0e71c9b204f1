package fr.acquis.devservices;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An SMTP server on loopback that keeps what it receives. */
public final class MailServer implements AutoCloseable {

    private static volatile @Nullable MailServer running;

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        MailServer started = new MailServer(server);
        running = started;
        return started;
    }

    /** The one of this JVM, for the page that shows what it received; empty where services run elsewhere. */
    static Optional<MailServer> running() {
        return Optional.ofNullable(running);
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
        server.stop();
    }
}
