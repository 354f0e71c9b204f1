package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.CalendarFiles;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.support.PlannedSession.State;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.SupportRows;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions to come: planned, moved, cancelled. Both are told each time, with the same entry for their calendars. */
@Service
@Transactional
public class PlannedSessions {

    /** Where nobody said how long. */
    public static final Duration USUAL = Duration.ofHours(2);

    private static final int SHORTEST = 15;
    private static final int LONGEST = 480;
    private static final int LONGEST_WHERE = 500;
    private static final int LONGEST_REASON = 1_000;

    private final PlannedSessionRows rows;
    private final SupportRows supports;
    private final SupportAccess access;
    private final HoursBudgets budgets;
    private final SupportMails mails;
    private final CalendarFiles calendars;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Audit audit;
    private final Clock clock;

    PlannedSessions(
            PlannedSessionRows rows,
            SupportRows supports,
            SupportAccess access,
            HoursBudgets budgets,
            SupportMails mails,
            CalendarFiles calendars,
            Worklist worklist,
            CurrentPerson current,
            MessageSource messages,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.supports = supports;
        this.access = access;
        this.budgets = budgets;
        this.mails = mails;
        this.calendars = calendars;
        this.worklist = worklist;
        this.current = current;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws RefusedAnswer what does not hold, beside its field */
    public PlannedSession plan(JourneyId id, Wish wish) {
        View view = named(access.changeAsStaff(id));
        require(view, null, wish);
        return put(view.journey(), view.support().adviser(), wish);
    }

    /** Another day, length or place: the same entry in calendars, one sequence on. */
    public PlannedSession move(JourneyId id, UUID session, Wish wish) {
        View view = named(access.changeAsStaff(id));
        PlannedSession before = planned(id, session);
        require(view, before, wish);
        rows.move(session, before.sequence() + 1, wish, clock.instant());
        audit.record(
                id.value(),
                "move-support-session",
                Map.of("session", session.toString(), "at", wish.startsAt().toString()));
        PlannedSession moved = rows.find(id, session).orElseThrow();
        mails.session(view.journey(), view.support().adviser(), moved, What.SESSION_MOVED);
        next(id);
        return moved;
    }

    /** Either of the two may call a session off, with a reason the other reads. */
    public void cancel(JourneyId id, UUID session, String reason) {
        View view = access.change(id);
        if (reason.isBlank()) {
            throw new RefusedAnswer("reason", "support.refused.cancel-reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RefusedAnswer("reason", "support.refused.long", LONGEST_REASON);
        }
        cancel(view.journey(), view.support().adviser(), planned(id, session), reason.strip());
        next(id);
    }

    /** What is planned on the case, the next first. The caller has checked that the reader may see it. */
    @Transactional(readOnly = true)
    public List<PlannedSession> of(JourneyId id) {
        return rows.planned(id);
    }

    @Transactional(readOnly = true)
    public PlannedSession get(JourneyId id, UUID session) {
        access.read(id);
        return planned(id, session);
    }

    /** For the calendar of whoever may see the case. */
    @Transactional(readOnly = true)
    public Attachment calendar(JourneyId id, UUID session, Locale language) {
        View view = access.read(id);
        return calendars.of(
                mails.appointment(planned(id, session)),
                messages.getMessage("support.calendar.title", null, language),
                SupportMails.page(view.journey()),
                language);
    }

    /** The first session, set with the adviser's naming; the next, set with the report of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    PlannedSession put(Journey journey, PersonId adviser, Wish wish) {
        UUID id = TimeOrderedUuid.next();
        rows.add(id, journey.id(), wish, current.get().id(), clock.instant());
        audit.record(
                journey.id().value(),
                "plan-support-session",
                Map.of("session", id.toString(), "at", wish.startsAt().toString()));
        PlannedSession session = rows.find(journey.id(), id).orElseThrow();
        mails.planned(journey, adviser, session);
        next(journey.id());
        return session;
    }

    /** A session was held: the one planned for that day, or else the first that is past, is no longer to come. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<PlannedSession> held(JourneyId id, Instant heldAt, int number) {
        Optional<PlannedSession> meant = meant(id, heldAt);
        meant.ifPresent(session -> {
            rows.held(session.id(), number);
            next(id);
        });
        return meant;
    }

    /** Which planned session a report of that moment is about. */
    @Transactional(readOnly = true)
    public Optional<PlannedSession> meant(JourneyId id, Instant heldAt) {
        List<PlannedSession> planned = rows.planned(id);
        return planned.stream()
                .filter(session -> LegalDays.sameDay(session.startsAt(), heldAt))
                .findFirst()
                .or(() -> planned.stream()
                        .filter(session -> session.startsAt().isBefore(clock.instant()))
                        .findFirst());
    }

    /** Another adviser holds what was planned: it enters their calendar as it stands and leaves that of the former. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takenOver(Journey journey, PersonId former, PersonId adviser) {
        rows.handedOver(journey.id());
        rows.planned(journey.id()).forEach(session -> {
            mails.left(journey, former, session);
            mails.taken(journey, adviser, session);
        });
    }

    /** Support is over: what was still planned leaves the calendars. */
    @Transactional(propagation = Propagation.MANDATORY)
    void callOff(Journey journey, @Nullable PersonId adviser) {
        String why = messages.getMessage("support.cancelled.over", null, Locale.FRENCH);
        rows.planned(journey.id()).forEach(session -> cancel(journey, adviser, session, why));
        supports.planNext(journey.id(), null);
    }

    private void cancel(Journey journey, @Nullable PersonId adviser, PlannedSession session, String reason) {
        rows.cancel(session.id(), session.sequence() + 1, reason);
        audit.record(
                journey.id().value(),
                "cancel-support-session",
                Map.of("session", session.id().toString()));
        if (session.startsAt().isAfter(clock.instant())) {
            mails.session(
                    journey, adviser, rows.find(journey.id(), session.id()).orElseThrow(), What.SESSION_CANCELLED);
        }
    }

    /** What lists show, and by when a report is asked for, follow what is planned. */
    private void next(JourneyId id) {
        Instant next = rows.planned(id).stream()
                .map(PlannedSession::startsAt)
                .findFirst()
                .orElse(null);
        supports.planNext(id, next);
        if (next != null) {
            worklist.redate(id, TaskKind.HOLD_SUPPORT_SESSION, next);
        }
    }

    private PlannedSession planned(JourneyId id, UUID session) {
        return rows.find(id, session)
                .filter(one -> one.state() == State.PLANNED)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.session-gone"));
    }

    private void require(View view, @Nullable PlannedSession before, Wish wish) {
        if (!wish.startsAt().isAfter(clock.instant())) {
            throw new RefusedAnswer("on", "support.refused.past");
        }
        if (wish.length().toMinutes() < SHORTEST || wish.length().toMinutes() > LONGEST) {
            throw new RefusedAnswer("minutes", "support.refused.length", SHORTEST, LONGEST);
        }
        if (wish.place() == Place.REMOTE && wish.where() == null) {
            throw new RefusedAnswer("where", "support.refused.no-link");
        }
        if (wish.where() != null && wish.where().length() > LONGEST_WHERE) {
            throw new RefusedAnswer("where", "support.refused.long", LONGEST_WHERE);
        }
        if (rows.overlapping(
                view.support().adviser(), before == null ? null : before.id(), wish.startsAt(), wish.length())) {
            throw new RefusedAnswer("on", "support.refused.busy");
        }
        BigDecimal freed = before == null ? BigDecimal.ZERO : before.hours();
        boolean over = budgets.of(view.journey())
                .wouldExceed(PlannedSession.hours(wish.length()).subtract(freed));
        if (over && wish.overrunReason() == null) {
            throw new RefusedAnswer("overrunReason", "support.refused.overrun");
        }
    }

    private static View named(View view) {
        if (view.support().adviser() == null) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.not-running");
        }
        return view;
    }
}
