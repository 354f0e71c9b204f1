package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.List;

/**
 * Queues mails in the caller's transaction; they are sent after it, tried again until they are accepted, and carry a
 * Message-ID made from their id. The language is the person's.
 */
public interface Mails {

    /**
     * Queues a mail; an id queued before changes nothing.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void send(NotificationId id, PersonId to, Notification notification, List<Attachment> attachments);

    default void send(NotificationId id, PersonId to, Notification notification) {
        send(id, to, notification, List.of());
    }

    /** The mails about a journey, newest first. The caller has checked that the reader may see the journey. */
    List<MailSummary> about(JourneyId journey);

    MailStatus status(NotificationId id);

    /** Puts a failed mail back into the queue, to the person's present address. */
    void sendAgain(NotificationId id);
}
