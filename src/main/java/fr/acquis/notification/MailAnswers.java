package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Optional;

/** A room to which mails may be answered; without one, or where no mailbox is read, none is. */
public interface MailAnswers {

    /** Whether a mail that says this may be answered. */
    boolean invites(Notification notification);

    /**
     * A new secret address under which that reader’s answer arrives; empty when answers are no longer taken. Asked for each time a
     * mail leaves, outside any transaction: the address is kept nowhere.
     */
    Optional<String> newAddress(JourneyId journey, PersonId reader);
}
