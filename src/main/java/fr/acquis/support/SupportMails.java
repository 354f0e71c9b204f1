package fr.acquis.support;

import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Appointment;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.SupportNotification;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.notification.SupportNotification.Transferred.Part;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseTitles;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What candidate and adviser are told of support. */
@Component
class SupportMails {

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

    /** Both, with the file for their calendars. */
    void planned(Journey journey, PersonId adviser, PlannedSession session) {
        Appointment when = appointment(session);
        String event = "support-session/" + session.id();
        CaseReference about = titles.of(journey);
        tell(
                journey,
                event,
                journey.candidate(),
                new SupportNotification.SupportSessionPlanned(about, when, false, page(journey)));
        tell(journey, event, adviser, new SupportNotification.SupportSessionPlanned(about, when, true, page(journey)));
    }

    /** To who holds a session in somebody else's place. */
    void taken(Journey journey, PersonId adviser, PlannedSession session) {
        tell(
                journey,
                "support-session/%s/%d/taken".formatted(session.id(), session.sequence()),
                adviser,
                new SupportNotification.SupportSessionPlanned(
                        titles.of(journey), appointment(session), true, page(journey)));
    }

    /** To who held it before: their calendar takes it out. */
    void left(Journey journey, PersonId former, PlannedSession session) {
        Appointment was = appointment(session);
        tell(
                journey,
                "support-session/%s/%d/left".formatted(session.id(), session.sequence()),
                former,
                new SupportNotification.SupportNews(
                        titles.of(journey),
                        What.SESSION_HANDED_OVER,
                        new Appointment(
                                was.start(),
                                was.end(),
                                was.place(),
                                new Appointment.Mark(session.id(), session.sequence(), true)),
                        "/support"));
    }

    /** Both: a session has another time or place, does not take place, or is tomorrow. */
    void session(Journey journey, @Nullable PersonId adviser, PlannedSession session, What what) {
        String event = "support-session/%s/%d/%s".formatted(session.id(), session.sequence(), what);
        both(journey, adviser)
                .forEach(person -> tell(
                        journey,
                        event,
                        person,
                        new SupportNotification.SupportNews(
                                titles.of(journey), what, appointment(session), page(journey))));
    }

    void candidate(Journey journey, String event, What what, String page) {
        tell(
                journey,
                "support/" + event,
                journey.candidate(),
                new SupportNotification.SupportNews(titles.of(journey), what, null, page));
    }

    void adviser(SupportAccess.View view, String event, What what, String page) {
        adviser(view.journey(), view.support().adviser(), event, what, page);
    }

    void adviser(Journey journey, @Nullable PersonId adviser, String event, What what, String page) {
        if (adviser != null) {
            tell(
                    journey,
                    "support/" + event,
                    adviser,
                    new SupportNotification.SupportNews(titles.of(journey), what, null, page));
        }
    }

    /** Everyone concerned but the one who ended it. */
    void ended(Journey journey, @Nullable PersonId adviser, PersonId by) {
        both(journey, adviser)
                .filter(person -> !person.equals(by))
                .forEach(person -> tell(
                        journey,
                        "support-ended",
                        person,
                        new SupportNotification.SupportEnded(
                                titles.of(journey),
                                clock.instant().atZone(LegalClock.ZONE).toLocalDate(),
                                person.equals(journey.candidate()) ? casePage(journey) : "/support")));
    }

    /** A session as calendars know it. */
    Appointment appointment(PlannedSession session) {
        String place = messages.getMessage(session.place().messageKey(), null, Locale.FRENCH);
        return new Appointment(
                session.startsAt(),
                session.endsAt(),
                session.where() == null ? place : session.where(),
                new Appointment.Mark(
                        session.id(), session.sequence(), session.state() == PlannedSession.State.CANCELLED));
    }

    private static Stream<PersonId> both(Journey journey, @Nullable PersonId adviser) {
        return adviser == null ? Stream.of(journey.candidate()) : Stream.of(journey.candidate(), adviser);
    }

    /** To those who give the answer. */
    void transferAsked(Journey journey, UUID transfer) {
        notifications.tellAll(
                Role.MANAGER,
                "transfer-asked/" + transfer,
                new SupportNotification.TransferAsked(titles.of(journey), casePage(journey) + "/support/transfer"));
    }

    void transferDeclined(Journey journey, Transfer transfer) {
        tell(
                journey,
                "transfer-declined/" + transfer.id(),
                transfer.askedBy(),
                new SupportNotification.TransferDeclined(titles.of(journey), casePage(journey)));
    }

    /** The candidate, who supported them, and who does from now on. */
    void transferred(Journey journey, UUID transfer, PersonId former, Person adviser) {
        String event = "transferred/" + transfer;
        told(journey, event, journey.candidate(), Part.CANDIDATE, adviser, casePage(journey));
        told(journey, event, former, Part.FORMER, adviser, "/support");
        told(journey, event, adviser.id(), Part.NEW, adviser, casePage(journey));
    }

    private void told(Journey journey, String event, PersonId to, Part part, Person adviser, String page) {
        tell(
                journey,
                event,
                to,
                new SupportNotification.Transferred(titles.of(journey), part, adviser.displayName(), page));
    }

    private void tell(Journey journey, String event, PersonId to, Notification notification) {
        notifications.tell(NotificationId.about(journey.id(), event, to), to, notification);
    }

    static String page(Journey journey) {
        return "/journeys/%s/support/follow-up".formatted(journey.id());
    }

    private static String casePage(Journey journey) {
        return "/journeys/" + journey.id();
    }
}
