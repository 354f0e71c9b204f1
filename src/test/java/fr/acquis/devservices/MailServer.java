package fr.acquis.devservices;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server on loopback that keeps what it receives, and the mailbox in which answers arrive, read by IMAP. */
public final class MailServer implements AutoCloseable {

    /** Those of this JVM by their port: an application shows what its own received. */
    private static final Map<Integer, MailServer> RUNNING = new ConcurrentHashMap<>();

    /** What is written to: this, a plus and a secret before the domain. */
    static final String ANSWERS = "reponses@acquis.example";

    static final String ANSWERS_PASSWORD = "reponses";
    private static final String ANSWERS_PREFIX = "reponses+";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        GreenMailUser answers = server.setUser(ANSWERS, ANSWERS, ANSWERS_PASSWORD);
        MessageDeliveryHandler others = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (mail, to) -> to.getEmail().startsWith(ANSWERS_PREFIX) ? answers : others.handle(mail, to));
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

    int mailboxPort() {
        return server.getImap().getPort();
    }

    /** Every mail people received since the start, oldest first; not their answers. */
    public List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> !isAnswer(mail))
                .toList();
    }

    /** Answers that lie there: those that wait, and those that were put aside. */
    public List<MimeMessage> answers() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(MailServer::isAnswer)
                .toList();
    }

    /** Delivers a mail by SMTP, from whom it says to whom it says. */
    public void deliver(MimeMessage mail) {
        try (Transport transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", port(), null, null);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static boolean isAnswer(MimeMessage mail) {
        try {
            String to = mail.getHeader("To", ",");
            return to != null && to.contains(ANSWERS_PREFIX);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
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
