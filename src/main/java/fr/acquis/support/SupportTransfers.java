package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.store.SupportRows;
import fr.acquis.support.store.TransferRows;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Support changes hands: asked for by the candidate or the adviser, done by the certifying body. The right to see the case
 * and what is asked of the adviser move in the same transaction, and all three are told.
 */
@Service
@Transactional
public class SupportTransfers {

    public static final int LONGEST_REASON = 2_000;

    private final SupportRows supports;
    private final TransferRows rows;
    private final SupportBodies bodies;
    private final SupportSessions sessions;
    private final PlannedSessions planned;
    private final SupportMails mails;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Regulations regulations;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    SupportTransfers(
            SupportRows supports,
            TransferRows rows,
            SupportBodies bodies,
            SupportSessions sessions,
            PlannedSessions planned,
            SupportMails mails,
            Journeys journeys,
            CaseMembers members,
            Regulations regulations,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.supports = supports;
        this.rows = rows;
        this.bodies = bodies;
        this.sessions = sessions;
        this.planned = planned;
        this.mails = mails;
        this.journeys = journeys;
        this.members = members;
        this.regulations = regulations;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** An adviser a case could be handed to. */
    public record Receiver(SupportBody body, SupportSessions.Proposed adviser) {}

    /** The latest change asked for or made; its reason is for who asked and the certifying body. */
    @Transactional(readOnly = true)
    public Optional<Transfer> latest(JourneyId id) {
        return rows.latest(id);
    }

    /** By body, the least loaded first: nobody who decided on the case or judges it, nor who has it now. */
    public List<Receiver> receivers(Journey journey) {
        PersonId now = supports.find(journey.id()).map(Support::adviser).orElse(null);
        return bodies.all(journey.certifyingBody()).stream()
                .flatMap(body -> sessions.able(journey, body.id()).stream()
                        .filter(one -> !one.adviser().id().equals(now))
                        .map(one -> new Receiver(body, one)))
                .toList();
    }

    /** The candidate or the adviser asks for it. */
    public void ask(JourneyId id, String reason) {
        Journey journey = journeys.get(id);
        journeys.lock(id);
        Support support = supported(id);
        PersonId me = current.get().id();
        if (!journey.candidate().equals(me) && !me.equals(support.adviser())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
        }
        if (rows.latest(id).filter(Transfer::isOpen).isPresent()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.transfer-asked");
        }
        UUID asked = rows.ask(id, me, support.adviser(), checked(reason), clock.instant());
        audit.record(
                id.value(), "ask-transfer", Map.of("former", support.adviser().toString()));
        worklist.alert(journey, TaskKind.TRANSFER_ASKED, due(journey), null);
        mails.transferAsked(journey, asked);
    }

    /** Hands the case to another adviser, of the same support body or of another. */
    public void transfer(JourneyId id, PersonId to, String reason) {
        Journey journey = handled(id);
        Support support = supported(id);
        PersonId former = support.adviser();
        Receiver receiver = receivers(journey).stream()
                .filter(one -> one.adviser().adviser().id().equals(to))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.INVALID, "support.refused.no-receiver"));
        Instant now = clock.instant();
        UUID asked = rows.latest(id)
                .filter(Transfer::isOpen)
                .map(Transfer::id)
                .orElseGet(() -> rows.ask(id, current.get().id(), former, checked(reason), now));
        rows.settle(asked, current.get().id(), to, receiver.body().id(), null, now);
        supports.handOver(id, to, receiver.body().id());
        moveRights(id, former, to);
        worklist.settleAlerts(id, TaskKind.TRANSFER_ASKED);
        audit.record(
                id.value(),
                "transfer-support",
                Map.of(
                        "former", former.toString(),
                        "adviser", to.toString(),
                        "supportBody", receiver.body().id().toString()));
        mails.transferred(journey, asked, former, receiver.adviser().adviser());
        planned.takenOver(journey, former, to);
    }

    private void moveRights(JourneyId id, PersonId former, PersonId to) {
        members.remove(id, former, Role.ADVISER);
        members.add(id, to, Role.ADVISER);
        for (Task task : worklist.open(id)) {
            if (task.audience() == Role.ADVISER && former.equals(task.holder())) {
                worklist.assign(id, task.kind(), task.subject(), to);
            }
        }
    }

    /** It stays as it is, and why; who asked is told. */
    public void decline(JourneyId id, String answer) {
        Journey journey = handled(id);
        Transfer asked = rows.latest(id)
                .filter(Transfer::isOpen)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.no-transfer"));
        rows.settle(asked.id(), current.get().id(), null, null, checked(answer), clock.instant());
        worklist.settleAlerts(id, TaskKind.TRANSFER_ASKED);
        audit.record(id.value(), "decline-transfer", Map.of());
        mails.transferDeclined(journey, asked);
    }

    private Journey handled(JourneyId id) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.handledBy(me) || journey.candidate().equals(me.id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
        }
        journeys.lock(id);
        return journey;
    }

    private Support supported(JourneyId id) {
        return supports.lock(id)
                .filter(support -> support.isRunning() && support.adviser() != null)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.not-running"));
    }

    private Instant due(Journey journey) {
        return clock.instant()
                .atZone(LegalClock.ZONE)
                .plus(regulations
                        .on(journey.certification(), journey.regulationOn())
                        .value(RegulationParameters.SUPPORT_ASSIGNMENT_DELAY))
                .toInstant();
    }

    private static String checked(String reason) {
        String said = reason.strip();
        if (said.isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.transfer-no-reason");
        }
        if (said.length() > LONGEST_REASON) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.reason-long", LONGEST_REASON);
        }
        return said;
    }
}
