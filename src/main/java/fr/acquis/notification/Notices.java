package fr.acquis.notification;

import fr.acquis.shared.PersonId;
import java.util.List;

/** What a person is told inside the application, with a maintained count of what they have not read. */
public interface Notices {

    /**
     * Puts a notice, in the caller's transaction; an id put before changes nothing.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void put(NotificationId id, PersonId to, Notification notification);

    /** From the counter: one row read. */
    long unread(PersonId person);

    /** A person's notices, newest first, in the reader's language. */
    List<Notice> of(PersonId person, int most);

    /** @return false when the notice is not this person's */
    boolean markRead(PersonId person, NotificationId id);

    void markAllRead(PersonId person);
}
