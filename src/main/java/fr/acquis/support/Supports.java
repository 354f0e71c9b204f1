package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.certification.RegulationParameter;
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
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.store.SupportRows;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The candidate's choice of support, and its end. {@link SupportSessions} has what happens between. */
@Service
@Transactional
public class Supports {

    private static final int LONGEST_REASON = 2_000;

    private final SupportRows rows;
    private final SupportBodies bodies;
    private final PlannedSessions planned;
    private final SupportMails mails;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Regulations regulations;
    private final Worklist worklist;
    private final Processes processes;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Supports(
            SupportRows rows,
            SupportBodies bodies,
            PlannedSessions planned,
            SupportMails mails,
            Journeys journeys,
            CaseMembers members,
            Regulations regulations,
            Worklist worklist,
            Processes processes,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.planned = planned;
        this.mails = mails;
        this.journeys = journeys;
        this.members = members;
        this.regulations = regulations;
        this.worklist = worklist;
        this.processes = processes;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** The case is admitted: support is offered. @return by when the candidate is expected to choose */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant offer(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        rows.offer(id, clock.instant());
        bodies.all(journey.certifyingBody());
        return after(journey, RegulationParameters.SUPPORT_CHOICE_DELAY);
    }

    /** @param body the support body wanted, null for any other choice */
    public void choose(JourneyId id, Choice choice, @Nullable UUID body) {
        Journey journey = own(id);
        Support support = locked(id);
        if (support.choice() != null || support.isOver()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.chosen");
        }
        if (choice == Choice.BODY
                && bodies.offered(journey.certifyingBody()).stream()
                        .noneMatch(one -> one.id().equals(body))) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.no-body");
        }
        rows.choose(id, choice, choice == Choice.BODY ? body : null, clock.instant());
        audit.record(id.value(), "choose-support", Map.of("outcome", choice.name()));
        worklist.submit(
                id,
                TaskKind.CHOOSE_SUPPORT,
                Map.of(
                        "supportChoice",
                        choice.name(),
                        "assignmentDue",
                        Journeys.engineDate(after(journey, RegulationParameters.SUPPORT_ASSIGNMENT_DELAY))));
    }

    /** "Later" has come: the candidate is asked again. */
    public void want(JourneyId id) {
        Journey journey = own(id);
        if (!locked(id).mayBeWanted()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.not-later");
        }
        rows.choose(id, null, null, clock.instant());
        audit.record(id.value(), "want-support", Map.of());
        processes.message(
                id,
                "support-wanted",
                id.toString(),
                Map.of("choiceDue", Journeys.engineDate(after(journey, RegulationParameters.SUPPORT_CHOICE_DELAY))));
    }

    /** Either side says it is enough; the other is told. */
    public void end(JourneyId id, @Nullable String reason) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        Support support = locked(id);
        if (!support.isRunning()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.not-running");
        }
        EndedBy by = side(journey, support, me);
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said != null && said.length() > LONGEST_REASON) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.reason-long", LONGEST_REASON);
        }
        if (by != EndedBy.CANDIDATE && said == null) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.no-reason");
        }
        rows.end(id, by, said, clock.instant());
        audit.record(id.value(), "end-support", Map.of("by", by.name()));
        planned.callOff(journey, support.adviser());
        processes.message(id, "support-ended", id.toString(), Map.of());
        mails.ended(journey, support.adviser(), me.id());
    }

    private static EndedBy side(Journey journey, Support support, SignedIn me) {
        if (journey.candidate().equals(me.id())) {
            return EndedBy.CANDIDATE;
        }
        if (me.id().equals(support.adviser())) {
            return EndedBy.ADVISER;
        }
        if (journey.handledBy(me)) {
            return EndedBy.BODY;
        }
        throw new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
    }

    /** The adviser no longer sees the case; tasks they held go back to all advisers. Closing twice changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(JourneyId id, EndedBy unlessSaid) {
        Optional<Support> support = rows.lock(id);
        if (support.isEmpty()) {
            return;
        }
        rows.end(id, unlessSaid, null, clock.instant());
        planned.callOff(journeys.find(id).orElseThrow(), support.get().adviser());
        PersonId adviser = support.get().adviser();
        if (adviser == null) {
            return;
        }
        members.remove(id, adviser, Role.ADVISER);
        for (Task task : worklist.open(id)) {
            if (task.audience() == Role.ADVISER && adviser.equals(task.holder())) {
                worklist.assign(id, task.kind(), task.subject(), null);
            }
        }
    }

    @Transactional(readOnly = true)
    public Optional<Support> of(JourneyId id) {
        return rows.find(id);
    }

    /** What the signed-in adviser follows. */
    @Transactional(readOnly = true)
    public List<SupportRows.Followed> followed() {
        return rows.followed(current.get().id());
    }

    private Journey own(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
        }
        return journey;
    }

    private Support locked(JourneyId id) {
        return rows.lock(id).orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.not-offered"));
    }

    private Instant after(Journey journey, RegulationParameter<Period> delay) {
        return clock.instant()
                .atZone(LegalClock.ZONE)
                .plus(regulations
                        .on(journey.certification(), journey.regulationOn())
                        .value(delay))
                .toInstant();
    }
}
