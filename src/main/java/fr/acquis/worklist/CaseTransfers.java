package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Team;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.worklist.CaseTransfer.State;
import fr.acquis.worklist.store.CaseTransferRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case goes from one team of the certifying body to another, today or on a day to come. Managers and the team that has it
 * decide; other agents ask. Handing it back is a transfer like any other.
 */
@Service
@Transactional
public class CaseTransfers {

    public static final int LONGEST_REASON = 500;
    public static final int FARTHEST_DAYS = 90;

    private final CaseTransferRows rows;
    private final CaseHandover handover;
    private final CaseTeams teams;
    private final CaseTransferMails mails;
    private final Journeys journeys;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    CaseTransfers(
            CaseTransferRows rows,
            CaseHandover handover,
            CaseTeams teams,
            CaseTransferMails mails,
            Journeys journeys,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.handover = handover;
        this.teams = teams;
        this.mails = mails;
        this.journeys = journeys;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the signed-in person may do about a case's team. */
    public enum Right {
        NONE,
        ASK,
        DECIDE
    }

    /** @param to a team, or the certifying body itself for no team in particular */
    public record Wish(UUID to, String reason, LocalDate on) {}

    @Transactional(readOnly = true)
    public Right right(Journey journey) {
        SignedIn me = current.get();
        if (!journey.handledBy(me) || journey.candidate().equals(me.id())) {
            return Right.NONE;
        }
        return me.is(Role.MANAGER) || teams.isOfTheTeam(journey, me.id()) ? Right.DECIDE : Right.ASK;
    }

    /** Teams the case could go to, the one it is with left out. */
    @Transactional(readOnly = true)
    public List<Team> receivers(Journey journey) {
        UUID now = teams.of(journey).queue();
        return teams.all(journey).stream()
                .filter(team -> !team.id().equals(now))
                .toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<CaseTransfer> of(JourneyId id) {
        return rows.of(id);
    }

    /** Asked for, or to come. */
    @Transactional(readOnly = true)
    public Optional<CaseTransfer> open(JourneyId id) {
        return rows.of(id).stream()
                .filter(transfer -> transfer.isAsked() || transfer.isPlanned())
                .findFirst();
    }

    /** By an agent of another team: a manager answers. */
    public void ask(JourneyId id, Wish wish) {
        Journey journey = movable(id, Right.ASK);
        refuseASecond(id, false);
        CaseTransfer asked = wished(journey, checked(journey, wish), State.ASKED);
        rows.insert(asked);
        audit.record(id.value(), "ask-case-transfer", Map.of("team", wish.to().toString()));
        worklist.alert(journey, TaskKind.TEAM_ASKED, endOf(asked.on()), null);
        mails.asked(journey, asked);
    }

    /** Hands it over: at once when its day is today. What was asked for is thereby answered, and its reason stands. */
    public CaseTransfer transfer(JourneyId id, Wish wish) {
        Journey journey = movable(id, Right.DECIDE);
        refuseASecond(id, true);
        Optional<CaseTransfer> asked = open(id);
        Wish clean = checked(
                journey,
                asked.map(one -> new Wish(wish.to(), one.reason(), wish.on())).orElse(wish));
        boolean today = clean.on().equals(today());
        State state = today ? State.DONE : State.PLANNED;
        CaseTransfer transfer =
                asked.map(one -> settled(one, state, clean)).orElseGet(() -> wished(journey, clean, state));
        if (asked.isEmpty()) {
            rows.insert(transfer);
        }
        worklist.settleAlerts(id, TaskKind.TEAM_ASKED);
        if (today) {
            handover.carryOut(journey, transfer, me());
        } else {
            audit.record(
                    id.value(),
                    "plan-case-transfer",
                    Map.of("team", clean.to().toString(), "on", clean.on().toString()));
        }
        return transfer;
    }

    /** It stays where it is, and why; who asked is told. */
    public void decline(JourneyId id, String answer) {
        Journey journey = movable(id, Right.DECIDE);
        CaseTransfer asked = openAs(id, State.ASKED, "worklist.refused.no-transfer");
        rows.settle(asked.id(), State.DECLINED, asked.to(), asked.on(), me(), clock.instant(), reason(answer));
        worklist.settleAlerts(id, TaskKind.TEAM_ASKED);
        audit.record(id.value(), "decline-case-transfer", Map.of());
        mails.declined(journey, asked);
    }

    /** What was planned does not happen. */
    public void callOff(JourneyId id) {
        movable(id, Right.DECIDE);
        CaseTransfer planned = openAs(id, State.PLANNED, "worklist.refused.no-transfer");
        rows.settle(planned.id(), State.CALLED_OFF, planned.to(), planned.on(), me(), clock.instant(), null);
        audit.record(id.value(), "call-off-case-transfer", Map.of());
    }

    @Transactional(readOnly = true)
    public List<UUID> due(int most) {
        return rows.due(today(), most);
    }

    /** The day of a planned one has come; a case that ended meanwhile stays where it is. */
    public void fallDue(UUID id) {
        CaseTransfer planned = rows.find(id).orElseThrow();
        Journey journey = journeys.lock(planned.journey());
        if (!rows.find(id).orElseThrow().isPlanned()) {
            return;
        }
        State state = journey.isOver() ? State.CALLED_OFF : State.DONE;
        rows.settle(id, state, planned.to(), planned.on(), planned.settledBy(), clock.instant(), null);
        if (state == State.DONE) {
            handover.carryOut(journey, planned, planned.settledBy());
        } else {
            audit.record(journey.id().value(), "call-off-case-transfer", Map.of());
        }
    }

    private Journey movable(JourneyId id, Right needed) {
        Journey journey = journeys.get(id);
        Right mine = right(journey);
        if (mine == Right.NONE) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        if (mine.compareTo(needed) < 0) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.ask-instead");
        }
        Journey locked = journeys.lock(id);
        if (locked.isOver()) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.case-over");
        }
        return locked;
    }

    private void refuseASecond(JourneyId id, boolean answering) {
        open(id).filter(transfer -> !answering || transfer.isPlanned()).ifPresent(transfer -> {
            throw new BusinessRefusal(
                    Kind.CONFLICT,
                    transfer.isPlanned() ? "worklist.refused.transfer-planned" : "worklist.refused.transfer-asked");
        });
    }

    private CaseTransfer openAs(JourneyId id, State state, String refusal) {
        return open(id).filter(transfer -> transfer.state() == state)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, refusal));
    }

    private Wish checked(Journey journey, Wish wish) {
        boolean known = wish.to().equals(journey.certifyingBody().value())
                || teams.team(journey, wish.to()).isPresent();
        if (!known) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.no-such-team");
        }
        if (wish.to().equals(teams.of(journey).queue())) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.same-team");
        }
        if (wish.on().isBefore(today()) || wish.on().isAfter(today().plusDays(FARTHEST_DAYS))) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.transfer-day", FARTHEST_DAYS);
        }
        return new Wish(wish.to(), reason(wish.reason()), wish.on());
    }

    private static String reason(String typed) {
        String said = typed.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new BusinessRefusal(
                    Kind.INVALID,
                    said.isEmpty() ? "worklist.refused.transfer-reason" : "worklist.refused.reason",
                    LONGEST_REASON);
        }
        return said;
    }

    private CaseTransfer wished(Journey journey, Wish wish, State state) {
        Instant now = clock.instant();
        @Nullable PersonId settledBy = state == State.ASKED ? null : me();
        return new CaseTransfer(
                TimeOrderedUuid.next(),
                journey.id(),
                teams.of(journey).queue(),
                wish.to(),
                wish.reason(),
                me(),
                now,
                wish.on(),
                state,
                settledBy,
                settledBy == null ? null : now,
                null);
    }

    private CaseTransfer settled(CaseTransfer asked, State state, Wish wish) {
        rows.settle(asked.id(), state, wish.to(), wish.on(), me(), clock.instant(), null);
        return rows.find(asked.id()).orElseThrow();
    }

    private PersonId me() {
        return current.get().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LegalClock.ZONE);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalClock.ZONE).toInstant();
    }
}
