package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.Absences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.support.store.SupportRows;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The adviser named, and the sessions held. {@link PlannedSessions} has those to come. */
@Service
@Transactional
public class SupportSessions {

    private final SupportRows rows;
    private final SupportBodies bodies;
    private final PlannedSessions planned;
    private final HoursBudgets budgets;
    private final CheckIns checkIns;
    private final SupportMails mails;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Absences absences;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    SupportSessions(
            SupportRows rows,
            SupportBodies bodies,
            PlannedSessions planned,
            HoursBudgets budgets,
            CheckIns checkIns,
            SupportMails mails,
            Journeys journeys,
            CaseMembers members,
            Absences absences,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.planned = planned;
        this.budgets = budgets;
        this.checkIns = checkIns;
        this.mails = mails;
        this.journeys = journeys;
        this.members = members;
        this.absences = absences;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** An adviser of the chosen body with what they already carry. */
    public record Proposed(Person adviser, int load) {}

    /** Who may be named, the least loaded first: nobody who is away, who decided on the case or who judges it. */
    public List<Proposed> proposed(Journey journey) {
        return able(journey, rows.find(journey.id()).orElseThrow().body());
    }

    /** Who of a support body may support the candidate, the least loaded first. */
    List<Proposed> able(Journey journey, UUID body) {
        Set<PersonId> barred = new HashSet<>(members.of(journey.id(), Role.JUROR));
        audit.of(journey.id().value()).stream()
                .filter(entry -> entry.action().equals("decide-admissibility") && entry.actor() != null)
                .map(AuditEntry::actor)
                .map(PersonId::new)
                .forEach(barred::add);
        Map<PersonId, Integer> load = rows.load();
        return bodies.advisers(journey.certifyingBody(), body).stream()
                .filter(adviser -> !barred.contains(adviser.id()))
                .filter(adviser -> absences.now(adviser.id()).isEmpty())
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
        rows.assign(id, adviser, place, message);
        checkIns.begin(journey);
        audit.record(id.value(), "assign-adviser", Map.of("adviser", adviser.toString()));
        worklist.submit(id, TaskKind.ASSIGN_ADVISER, Map.of("sessionDue", Journeys.engineDate(firstSession)));
        members.add(id, adviser, Role.ADVISER);
        planned.put(journey, adviser, new Wish(firstSession, PlannedSessions.USUAL, place, null, null));
    }

    /**
     * Keeps a session held; reporting it is the adviser's signature.
     *
     * @param next when the next one is; null when this was the last
     */
    public void hold(JourneyId id, Report report, @Nullable Instant next) {
        Journey journey = journeys.get(id);
        Support support = running(id);
        Instant now = clock.instant();
        if (next != null) {
            requireAhead("nextSessionAt", next);
        }
        Optional<PlannedSession> meant = planned.meant(id, report.heldAt());
        String overrun = require(
                journey, report, meant.map(PlannedSession::overrunReason).orElse(null));
        Place place = meant.map(PlannedSession::place).orElse(support.place());
        int number = rows.addSession(id, current.get().id(), report, overrun, place, now);
        planned.held(id, report.heldAt(), number);
        audit.record(
                id.value(),
                "hold-support-session",
                Map.of(
                        "number",
                        Integer.toString(number),
                        "hours",
                        report.hours().toPlainString()));
        askSignature(journey, number, report.attendance());
        if (next != null
                && planned.of(id).stream().noneMatch(one -> one.startsAt().equals(next))) {
            planned.put(journey, support.adviser(), following(meant, support, next));
        }
        worklist.submit(
                id,
                TaskKind.HOLD_SUPPORT_SESSION,
                Map.of(
                        "continuation",
                        next == null ? "END" : "ANOTHER_SESSION",
                        "sessionDue",
                        Journeys.engineDate(next == null ? now : soonest(id, next))));
        if (next == null) {
            rows.end(id, EndedBy.ADVISER, null, now);
            planned.callOff(journey, support.adviser());
            audit.record(id.value(), "end-support", Map.of("by", EndedBy.ADVISER.name()));
            mails.ended(journey, support.adviser(), current.get().id());
        }
    }

    private Instant soonest(JourneyId id, Instant next) {
        return planned.of(id).stream().map(PlannedSession::startsAt).findFirst().orElse(next);
    }

    private static Wish following(Optional<PlannedSession> before, Support support, Instant next) {
        return before.map(one -> new Wish(next, one.length(), one.place(), one.where(), null))
                .orElseGet(() -> new Wish(next, PlannedSessions.USUAL, support.place(), null, null));
    }

    private void askSignature(Journey journey, int number, Attendance attendance) {
        if (attendance == Attendance.PRESENT) {
            mails.candidate(journey, "attendance/" + number, What.ATTENDANCE_TO_SIGN, SupportMails.page(journey));
        }
    }

    /** @return why the hours agreed are exceeded; null when they are not */
    private @Nullable String require(Journey journey, Report report, @Nullable String known) {
        if (report.heldAt().isAfter(clock.instant())) {
            throw new RefusedAnswer("heldAt", "support.refused.not-held-yet");
        }
        boolean came = report.attendance() == Attendance.PRESENT;
        if (came != report.hours().signum() > 0) {
            throw new RefusedAnswer("hours", came ? "support.refused.no-hours" : "support.refused.hours-of-nobody");
        }
        HoursBudget budget = budgets.of(journey);
        boolean over =
                budget.agreed() != null && budget.done().add(report.hours()).compareTo(budget.agreed()) > 0;
        if (!over) {
            return null;
        }
        String why = report.overrunReason() == null ? known : report.overrunReason();
        if (why == null || why.isBlank()) {
            throw new RefusedAnswer("overrunReason", "support.refused.overrun");
        }
        return why.strip();
    }

    /** Without what advisers noted for themselves. The caller has checked that the reader may see them. */
    @Transactional(readOnly = true)
    public List<SupportSession> of(JourneyId id) {
        return rows.sessions(id).stream().map(SupportSession::withoutOwnNotes).toList();
    }

    /** The same with the reader's own notes: those of an adviser before them stay that adviser's. */
    @Transactional(readOnly = true)
    public List<SupportSession> of(JourneyId id, PersonId reader) {
        return rows.sessions(id).stream()
                .map(session -> session.adviser().equals(reader) ? session : session.withoutOwnNotes())
                .toList();
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

    static boolean isHours(BigDecimal hours) {
        return hours.signum() >= 0 && hours.compareTo(BigDecimal.valueOf(12)) <= 0;
    }
}
