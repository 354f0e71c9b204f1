package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.store.SupportRows;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The adviser named, and the sessions held. */
@Service
@Transactional
public class SupportSessions {

    private final SupportRows rows;
    private final SupportBodies bodies;
    private final SupportMails mails;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    SupportSessions(
            SupportRows rows,
            SupportBodies bodies,
            SupportMails mails,
            Journeys journeys,
            CaseMembers members,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.mails = mails;
        this.journeys = journeys;
        this.members = members;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** An adviser of the chosen body with what they already carry. */
    public record Proposed(Person adviser, int load) {}

    /** Who may be named, the least loaded first: nobody who decided on the case or judges it. */
    public List<Proposed> proposed(Journey journey) {
        Support support = rows.find(journey.id()).orElseThrow();
        Set<PersonId> barred = new HashSet<>(members.of(journey.id(), Role.JUROR));
        audit.of(journey.id().value()).stream()
                .filter(entry -> entry.action().equals("decide-admissibility") && entry.actor() != null)
                .map(AuditEntry::actor)
                .map(PersonId::new)
                .forEach(barred::add);
        Map<PersonId, Integer> load = rows.load();
        return bodies.advisers(journey.certifyingBody(), support.body()).stream()
                .filter(adviser -> !barred.contains(adviser.id()))
                .map(adviser -> new Proposed(adviser, load.getOrDefault(adviser.id(), 0)))
                .sorted(Comparator.comparingInt(Proposed::load))
                .toList();
    }

    /** Names the adviser and sets the first session; both are told. */
    public void assign(JourneyId id, PersonId adviser, Instant firstSession, Place place, @Nullable String message) {
        Journey journey = journeys.find(id).orElseThrow();
        running(id);
        if (proposed(journey).stream().noneMatch(one -> one.adviser().id().equals(adviser))) {
            throw new RefusedAnswer("adviserId", "support.refused.no-adviser");
        }
        requireAhead("firstSessionAt", firstSession);
        rows.assign(id, adviser, place, message, firstSession);
        audit.record(id.value(), "assign-adviser", Map.of("adviser", adviser.toString()));
        worklist.submit(id, TaskKind.ASSIGN_ADVISER, Map.of("sessionDue", Journeys.engineDate(firstSession)));
        members.add(id, adviser, Role.ADVISER);
        mails.planned(journey, adviser, firstSession, place, 1);
    }

    /**
     * Keeps a session held.
     *
     * @param next when the next one is; null when this was the last
     */
    public void hold(JourneyId id, SupportSession session, @Nullable Instant next) {
        Journey journey = journeys.get(id);
        Support support = running(id);
        Instant now = clock.instant();
        if (session.heldAt().isAfter(now)) {
            throw new RefusedAnswer("heldAt", "support.refused.not-held-yet");
        }
        boolean came = session.attendance() == Attendance.PRESENT;
        if (came != session.hours().signum() > 0) {
            throw new RefusedAnswer("hours", came ? "support.refused.no-hours" : "support.refused.hours-of-nobody");
        }
        if (next != null) {
            requireAhead("nextSessionAt", next);
        }
        int number = rows.addSession(id, session, now);
        audit.record(
                id.value(),
                "hold-support-session",
                Map.of(
                        "number",
                        Integer.toString(number),
                        "hours",
                        session.hours().toPlainString()));
        worklist.submit(
                id,
                TaskKind.HOLD_SUPPORT_SESSION,
                Map.of(
                        "continuation",
                        next == null ? "END" : "ANOTHER_SESSION",
                        "sessionDue",
                        Journeys.engineDate(next == null ? now : next)));
        if (next == null) {
            rows.end(id, EndedBy.ADVISER, null, now);
            audit.record(id.value(), "end-support", Map.of("by", EndedBy.ADVISER.name()));
            mails.ended(journey, support.adviser(), current.get().id());
        } else {
            rows.planNext(id, next);
            mails.planned(journey, support.adviser(), next, support.place(), number + 1);
        }
    }

    @Transactional(readOnly = true)
    public List<SupportSession> of(JourneyId id) {
        return rows.sessions(id);
    }

    private Support running(JourneyId id) {
        return rows.lock(id)
                .filter(Support::isRunning)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.not-running"));
    }

    private void requireAhead(String field, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw new RefusedAnswer(field, "support.refused.past");
        }
    }
}
