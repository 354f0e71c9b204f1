package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.jury.store.EvaluationRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits. A seat stays when the person in it changes: open tasks and the sight of the cases go to the new one. */
@Service
@Transactional
public class Panels {

    private final JurySessions sessions;
    private final JurySessionRows rows;
    private final EvaluationRows evaluations;
    private final JurorLinks links;
    private final CaseMembers members;
    private final Worklist worklist;
    private final People people;
    private final Notifications notifications;
    private final Summoning summoning;
    private final JuryReferences references;
    private final Audit audit;

    Panels(
            JurySessions sessions,
            JurySessionRows rows,
            EvaluationRows evaluations,
            JurorLinks links,
            CaseMembers members,
            Worklist worklist,
            People people,
            Notifications notifications,
            Summoning summoning,
            JuryReferences references,
            Audit audit) {
        this.sessions = sessions;
        this.rows = rows;
        this.evaluations = evaluations;
        this.links = links;
        this.members = members;
        this.worklist = worklist;
        this.people = people;
        this.notifications = notifications;
        this.summoning = summoning;
        this.references = references;
        this.audit = audit;
    }

    public SeatId seat(SessionId id, Seat.Member member) {
        JurySession session = unpublished(id);
        requireFree(session, member.person());
        SeatId seat = rows.addSeat(id, member);
        if (member.role() == Seat.SeatRole.PRESIDENT) {
            rows.preside(id, seat);
        }
        audit.record(
                id.value(),
                "fill-seat",
                Map.of("seat", seat.toString(), "person", member.person().toString()));
        return seat;
    }

    public void remove(SessionId id, SeatId seat) {
        seat(unpublished(id), seat);
        rows.removeSeat(seat);
        audit.record(id.value(), "remove-seat", Map.of("seat", seat.toString()));
    }

    /**
     * Somebody else in the seat. Marks handed in stand with who gave them; a draft of the former member is read by nobody.
     */
    public void replace(SessionId id, SeatId seatId, Seat.Member member) {
        JurySession session = sessions.lock(id);
        Seat seat = seat(session, seatId);
        requireFree(session, member.person());
        rows.reseat(
                seatId,
                new Seat.Member(member.person(), seat.role(), member.qualified(), member.college(), member.gender()));
        audit.record(
                id.value(),
                "replace-juror",
                Map.of(
                        "seat", seatId.toString(),
                        "former", seat.person().toString(),
                        "person", member.person().toString()));
        if (!session.published()) {
            return;
        }
        for (Hearing hearing : session.passages()) {
            if (hearing.live() && hearing.plannedAt() != null) {
                handOver(hearing, seat, member.person());
            }
        }
        JurySession now = sessions.get(id);
        summoning.tell(now, member.person());
        notifications.tell(
                NotificationId.about(new JourneyId(id.value()), "relieved/" + seatId, seat.person()),
                seat.person(),
                new Notification.JurorRelieved(
                        now.certifyingBody(), references.title(now), now.day(), "/sessions/mine"));
    }

    private void handOver(Hearing hearing, Seat seat, PersonId next) {
        JourneyId journey = hearing.journey();
        if (!evaluations.handedIn(hearing.id()).contains(seat.id())) {
            worklist.assign(journey, TaskKind.EVALUATE, seat.id().value(), next);
        }
        if (seat.presides()) {
            worklist.assign(journey, TaskKind.DELIBERATE, null, next);
        }
        if (hearing.summonedAt() != null) {
            members.remove(journey, seat.person(), Role.JUROR);
            members.add(journey, next, Role.JUROR);
        }
        audit.record(journey.value(), "replace-juror", Map.of("seat", seat.id().toString()));
    }

    /** Another member presides: what waited for the former president's word waits for theirs. */
    public void preside(SessionId id, SeatId seatId) {
        JurySession session = sessions.lock(id);
        Seat seat = seat(session, seatId);
        rows.preside(id, seatId);
        session.passages().stream()
                .filter(Hearing::live)
                .forEach(hearing -> worklist.assign(hearing.journey(), TaskKind.DELIBERATE, null, seat.person()));
        audit.record(id.value(), "name-president", Map.of("seat", seatId.toString()));
    }

    private JurySession unpublished(SessionId id) {
        JurySession session = sessions.lock(id);
        if (session.published()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.panel-announced");
        }
        return session;
    }

    private static Seat seat(JurySession session, SeatId id) {
        return session.seat(id).orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-session"));
    }

    private void requireFree(JurySession session, PersonId person) {
        Person juror = people.holding(Role.JUROR, session.certifyingBody()).stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.INVALID, "jury.refused.no-juror"));
        if (session.seatOf(person).isPresent()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.seated-already", juror.displayName());
        }
        for (Hearing hearing : session.passages()) {
            if (hearing.live() && links.stand(person, hearing.journey(), hearing.candidate())) {
                throw new BusinessRefusal(
                        Kind.INVALID,
                        "jury.refused.linked",
                        juror.displayName(),
                        people.find(hearing.candidate())
                                .map(Person::displayName)
                                .orElse("—"));
            }
        }
    }
}
