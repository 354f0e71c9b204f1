package fr.acquis.exchange.answer;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** The mailbox, open for one reading. Nothing of it is loaded before it is asked for. */
class Mailbox implements AutoCloseable {

    private static final int BATCH = 50;

    private final MailboxSettings settings;
    private final Store store;
    private final IMAPFolder folder;

    private Mailbox(MailboxSettings settings, Store store, IMAPFolder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
    }

    static Mailbox open(MailboxSettings settings) throws MessagingException {
        Store store = Session.getInstance(properties(settings)).getStore();
        store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(settings, store, folder);
        } catch (MessagingException | RuntimeException absent) {
            store.close();
            throw absent;
        }
    }

    private static Properties properties(MailboxSettings settings) {
        String protocol = settings.tls() ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "30000");
        properties.setProperty(prefix + "writetimeout", "30000");
        properties.setProperty(prefix + "peek", "true");
        // Large files pass in pieces.
        properties.setProperty(prefix + "fetchsize", "262144");
        return properties;
    }

    /** The oldest ones with their headers; those whose removal was begun are left out. */
    List<Message> waiting() throws MessagingException {
        List<Message> waiting = Arrays.stream(folder.getMessages())
                .filter(message -> !removed(message))
                .limit(BATCH)
                .toList();
        FetchProfile profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.HEADERS);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(waiting.toArray(Message[]::new), profile);
        return waiting;
    }

    /** The same for the same mail as long as it lies there. */
    String place(Message message) throws MessagingException {
        return folder.getUIDValidity() + "/" + folder.getUID(message);
    }

    void done(Message message) throws MessagingException {
        if (settings.done().isBlank()) {
            message.setFlag(Flags.Flag.DELETED, true);
        } else {
            move(message, settings.done());
        }
    }

    void putAside(Message message) throws MessagingException {
        move(message, settings.aside());
    }

    boolean reachable() {
        return folder.isOpen() && store.isConnected();
    }

    private void move(Message message, String name) throws MessagingException {
        Folder target = store.getFolder(name);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private static boolean removed(Message message) {
        try {
            return message.isSet(Flags.Flag.DELETED);
        } catch (MessagingException gone) {
            return true;
        }
    }

    /** Removes what is done for good. */
    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(true);
            }
        } finally {
            store.close();
        }
    }
}
