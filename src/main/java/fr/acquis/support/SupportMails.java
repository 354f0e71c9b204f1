package fr.acquis.support;

import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Appointment;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.PersonId;
import fr.acquis.support.Support.Place;
import fr.acquis.worklist.CaseTitles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What candidate and adviser are told of support. */
@Component
class SupportMails {

    /** How long a session takes in a calendar, where nobody said. */
    private static final Duration USUAL = Duration.ofHours(2);

    private final Notifications notifications;
    private final CaseTitles titles;
    private final MessageSource messages;
    private final Clock clock;

    SupportMails(Notifications notifications, CaseTitles titles, MessageSource messages, Clock clock) {
        this.notifications = notifications;
        this.titles = titles;
        this.messages = messages;
        this.clock = clock;
    }

    void planned(Journey journey, PersonId adviser, Instant at, Place place, int number) {
        Appointment when =
                new Appointment(at, at.plus(USUAL), messages.getMessage(place.messageKey(), null, Locale.FRENCH));
        tell(
                journey,
                "support-session/" + number,
                journey.candidate(),
                new Notification.SupportSessionPlanned(titles.of(journey), when, false, page(journey)));
        tell(
                journey,
                "support-session/" + number,
                adviser,
                new Notification.SupportSessionPlanned(titles.of(journey), when, true, page(journey)));
    }

    /** Everyone concerned but the one who ended it. */
    void ended(Journey journey, @Nullable PersonId adviser, PersonId by) {
        Stream.of(journey.candidate(), adviser)
                .filter(person -> person != null && !person.equals(by))
                .forEach(person -> tell(
                        journey,
                        "support-ended",
                        person,
                        new Notification.SupportEnded(
                                titles.of(journey),
                                clock.instant().atZone(LegalClock.ZONE).toLocalDate(),
                                person.equals(journey.candidate()) ? page(journey) : "/support")));
    }

    private void tell(Journey journey, String event, PersonId to, Notification notification) {
        notifications.tell(NotificationId.about(journey.id(), event, to), to, notification);
    }

    private static String page(Journey journey) {
        return "/journeys/" + journey.id();
    }
}
