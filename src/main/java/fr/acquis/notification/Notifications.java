package fr.acquis.notification;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a person by mail and in the application at once: what most rooms call. */
@Service
public class Notifications {

    private final Mails mails;
    private final Notices notices;
    private final People people;

    Notifications(Mails mails, Notices notices, People people) {
        this.mails = mails;
        this.notices = notices;
        this.people = people;
    }

    /** Queues the mail and puts the notice, in the caller's transaction; an id told before changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NotificationId id, PersonId to, Notification notification) {
        mails.send(id, to, notification);
        notices.put(id, to, notification);
    }

    /**
     * Tells everyone who holds the role in the notification's certifying body.
     *
     * @param event what happened, unique within the case or, without one, within the certifying body
     * @return how many were told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tellAll(Role role, String event, Notification notification) {
        var holders = people.holding(role, notification.certifyingBody());
        for (Person holder : holders) {
            tell(NotificationId.about(notification, event, holder.id()), holder.id(), notification);
        }
        return holders.size();
    }
}
