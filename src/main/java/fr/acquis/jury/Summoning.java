package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.Appointment;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.LaterLetter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls the panel always, the candidate unless the jury judges on file. */
@Component
public class Summoning {

    private final HearingRows hearings;
    private final JurySessionRows sessions;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Letters letters;
    private final Notifications notifications;
    private final JuryReferences references;
    private final JuryDelays delays;
    private final Audit audit;
    private final Clock clock;

    Summoning(
            HearingRows hearings,
            JurySessionRows sessions,
            Journeys journeys,
            CaseMembers members,
            Letters letters,
            Notifications notifications,
            JuryReferences references,
            JuryDelays delays,
            Audit audit,
            Clock clock) {
        this.hearings = hearings;
        this.sessions = sessions;
        this.journeys = journeys;
        this.members = members;
        this.letters = letters;
        this.notifications = notifications;
        this.references = references;
        this.delays = delays;
        this.audit = audit;
        this.clock = clock;
    }

    /** The candidate's letter, unless it is kept already or nobody is called. */
    public Optional<RenderedLetter> render(JourneyId id) {
        Hearing hearing = planned(id);
        JurySession session = session(hearing);
        if (!session.callsCandidate() || letters.find(letterId(hearing)).isPresent()) {
            return Optional.empty();
        }
        Journey journey = journeys.find(id).orElseThrow();
        return Optional.of(letters.render(
                Addressing.of(references.of(journey), null, delays.today()),
                new LaterLetter.Summons(
                        appointment(session, hearing), session.place(), session.videoLink(), bring(session))));
    }

    /** Tells everyone and answers what the process waits with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> summon(JourneyId id, Optional<RenderedLetter> letter) {
        Hearing hearing = planned(id);
        JurySession session = session(hearing);
        Journey journey = journeys.find(id).orElseThrow();
        letter.ifPresent(rendered -> letters.keep(letterId(hearing), rendered));
        if (session.callsCandidate()) {
            notifications.tell(
                    toCandidate(hearing),
                    journey.candidate(),
                    new JuryNotification.HearingSummoned(
                            references.of(journey), appointment(session, hearing), JuryReferences.page(id)));
        }
        for (Seat seat : session.seats()) {
            members.add(id, seat.person(), Role.JUROR);
            tell(session, seat.person());
        }
        hearings.summoned(hearing.id(), clock.instant());
        audit.record(
                id.value(),
                "summon-to-jury",
                Map.of("day", session.day().toString(), "mode", session.mode().name()));
        return Map.of(
                "hearingKey", hearing.key(),
                "hearingDay", Journeys.engineDate(session.startsAt()),
                "seats",
                        session.seats().stream()
                                .map(seat -> seat.id().toString())
                                .toList(),
                "evaluationDue", Journeys.engineDate(session.endOfDay()),
                "deliberationDue", Journeys.engineDate(session.endOfDay()));
    }

    /** A member is told once of a session, however many cases it has. */
    void tell(JurySession session, PersonId member) {
        notifications.tell(
                toMember(session, member),
                member,
                new Notification.JurorSummoned(
                        session.certifyingBody(), references.title(session), appointment(session), "/sessions/mine"));
    }

    /** What calendars know the candidate's hour by. */
    static NotificationId toCandidate(Hearing hearing) {
        return NotificationId.about(hearing.journey(), "summons/" + hearing.key(), hearing.candidate());
    }

    /** What calendars know the session by. */
    static NotificationId toMember(JurySession session, PersonId member) {
        return NotificationId.about(new JourneyId(session.id().value()), "juror-summoned", member);
    }

    /** The whole of a session, for its members. */
    static Appointment appointment(JurySession session) {
        return new Appointment(session.startsAt(), end(session), where(session));
    }

    private static java.time.Instant end(JurySession session) {
        return session.passages().stream()
                .map(session::endOf)
                .max(java.util.Comparator.naturalOrder())
                .orElseGet(session::endOfDay);
    }

    /** A candidate's hour. */
    static Appointment appointment(JurySession session, Hearing hearing) {
        return new Appointment(session.hour(hearing), session.endOf(hearing), where(session));
    }

    private static String where(JurySession session) {
        if (session.place() != null) {
            return session.place();
        }
        return session.videoLink() == null ? "—" : session.videoLink();
    }

    private static List<String> bring(JurySession session) {
        return session.bring() == null
                ? List.of()
                : session.bring()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static LetterId letterId(Hearing hearing) {
        return LetterId.about(hearing.journey(), "summons/" + hearing.key());
    }

    private Hearing planned(JourneyId journey) {
        return hearings.live(journey)
                .filter(hearing -> hearing.plannedAt() != null)
                .orElseThrow(() -> new IllegalStateException("no hearing is planned for the case " + journey));
    }

    private JurySession session(Hearing hearing) {
        return sessions.find(hearing.session()).orElseThrow();
    }
}
