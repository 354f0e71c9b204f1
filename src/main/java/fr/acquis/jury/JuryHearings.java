package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JuryRequestRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One passage: who may read it, and how it leaves its session. */
@Service
@Transactional
public class JuryHearings {

    /** Later than this before the session opens, its own clock may be first. */
    private static final Duration LATEST_MOVE = Duration.ofMinutes(5);

    private final HearingRows rows;
    private final JurySessionRows sessions;
    private final JurySessions jurySessions;
    private final JuryRequestRows requests;
    private final Journeys journeys;
    private final CaseMembers members;
    private final JuryDelays delays;
    private final Processes processes;
    private final Notifications notifications;
    private final JuryReferences references;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    JuryHearings(
            HearingRows rows,
            JurySessionRows sessions,
            JurySessions jurySessions,
            JuryRequestRows requests,
            Journeys journeys,
            CaseMembers members,
            JuryDelays delays,
            Processes processes,
            Notifications notifications,
            JuryReferences references,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.jurySessions = jurySessions;
        this.requests = requests;
        this.journeys = journeys;
        this.members = members;
        this.delays = delays;
        this.processes = processes;
        this.notifications = notifications;
        this.references = references;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** A hearing with its session. */
    public record Sitting(JurySession session, Hearing hearing) {

        Seat seatOf(fr.acquis.shared.PersonId person) {
            return session.seatOf(person)
                    .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing"));
        }

        boolean presidedBy(fr.acquis.shared.PersonId person) {
            return session.president()
                    .filter(seat -> seat.person().equals(person))
                    .isPresent();
        }
    }

    /** JuryHearings of a case the caller has seen, the latest first. */
    @Transactional(readOnly = true)
    public List<Sitting> of(JourneyId journey) {
        return rows.of(journey).stream()
                .map(hearing -> new Sitting(sessions.find(hearing.session()).orElseThrow(), hearing))
                .toList();
    }

    /** Published sessions the signed-in juror sits in: today's and the next ones, then those that are over. */
    @Transactional(readOnly = true)
    public List<JurySession> mine() {
        return sessions.seating(
                current.get().id(),
                LocalDate.ofInstant(clock.instant(), LegalClock.ZONE)
                        .atStartOfDay(LegalClock.ZONE)
                        .toInstant());
    }

    /** The hearing, for somebody who sits in it; unknown to all others. */
    @Transactional(readOnly = true)
    public Sitting sitting(HearingId id) {
        return seated(rows.find(id));
    }

    /** The hearing a case waits for, or its last one, for somebody who sits in it. */
    @Transactional(readOnly = true)
    public Sitting sitting(JourneyId journey) {
        return seated(rows.live(journey).or(() -> rows.of(journey).stream().findFirst()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Sitting lockSitting(HearingId id) {
        return seated(rows.lock(id));
    }

    private Sitting seated(Optional<Hearing> found) {
        return found.filter(hearing -> hearing.plannedAt() != null && hearing.moved() == null)
                .map(hearing -> new Sitting(sessions.find(hearing.session()).orElseThrow(), hearing))
                .filter(sitting -> sitting.session().seatOf(current.get().id()).isPresent())
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing"));
    }

    /** The hearing does not take place then: everyone is told, and another is asked for. */
    public void move(SessionId session, HearingId id, String reason) {
        jurySessions.get(session);
        Hearing hearing = rows.lock(id)
                .filter(found -> found.session().equals(session))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing"));
        if (reason.isBlank()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.no-reason");
        }
        if (!hearing.live() || hearing.summonedAt() == null) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.not-summoned");
        }
        JurySession sitting = sessions.find(session).orElseThrow();
        if (!clock.instant().isBefore(sitting.startsAt().minus(LATEST_MOVE))) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.day-come");
        }
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        leave(hearing, sitting, reason.strip());
        Instant juryDue = requests.juryDue(journey.id()).orElseGet(clock::instant);
        processes.message(
                journey.id(),
                "hearing-moved",
                hearing.key(),
                Map.of("planningDue", Journeys.engineDate(delays.planningDue(journey, juryDue))));
        if (sitting.callsCandidate()) {
            notifications.tell(
                    NotificationId.about(journey.id(), "moved/" + hearing.key(), journey.candidate()),
                    journey.candidate(),
                    new JuryNotification.HearingMoved(
                            references.of(journey), sitting.day(), JuryReferences.page(journey.id())));
        }
        audit.record(
                journey.id().value(),
                "move-hearing",
                Map.of("day", sitting.day().toString()));
    }

    /** The case is over by its candidate's or its certifier's act: its place in the order is free. */
    public void withdraw(JourneyId journey) {
        rows.live(journey)
                .flatMap(found -> rows.lock(found.id()))
                .filter(Hearing::live)
                .ifPresent(hearing ->
                        leave(hearing, sessions.find(hearing.session()).orElseThrow(), "—"));
    }

    private void leave(Hearing hearing, JurySession session, String reason) {
        rows.moved(hearing.id(), clock.instant(), reason);
        session.seats().forEach(seat -> members.remove(hearing.journey(), seat.person(), Role.JUROR));
    }
}
