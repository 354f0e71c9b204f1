package fr.acquis.notification;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.notification.notice.DigestQueue;
import fr.acquis.shared.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a person in the application and by mail, as soon as they wish to know: what most rooms call. */
@Service
public class Notifications {

    private final Mails mails;
    private final Notices notices;
    private final DigestQueue digests;
    private final Paces paces;
    private final ObjectProvider<CaseFollowers> followers;
    private final People people;

    Notifications(
            Mails mails,
            Notices notices,
            DigestQueue digests,
            Paces paces,
            ObjectProvider<CaseFollowers> followers,
            People people) {
        this.mails = mails;
        this.notices = notices;
        this.digests = digests;
        this.paces = paces;
        this.followers = followers;
        this.people = people;
    }

    /**
     * Puts the notice and queues the mail, in the caller's transaction; an id told before changes nothing. What a candidate is
     * told of their case, those who follow it hear of.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NotificationId id, PersonId to, Notification notification) {
        tellOne(id, to, notification);
        if (notification instanceof Notification.OnCase onCase
                && to.equals(onCase.about().candidate())) {
            tellFollowers(id, onCase);
        }
    }

    private void tellOne(NotificationId id, PersonId to, Notification notification) {
        switch (paces.of(to, Subject.of(notification))) {
            case AT_ONCE -> {
                mails.send(id, to, notification);
                notices.put(id, to, notification);
            }
            case DAILY -> {
                notices.put(id, to, notification);
                digests.add(id, to, notification.certifyingBody());
            }
            case NEVER -> {}
        }
    }

    private void tellFollowers(NotificationId id, Notification.OnCase told) {
        CaseReference about = told.about();
        Moment.of(told)
                .ifPresent(moment -> followers.stream()
                        .flatMap(room -> room.of(about).stream())
                        .distinct()
                        .forEach(follower -> tellOne(
                                NotificationId.about(about.journey(), "followed/" + id, follower),
                                follower,
                                new CaseNotification.Followed(about, moment, "/journeys/" + about.journey()))));
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
