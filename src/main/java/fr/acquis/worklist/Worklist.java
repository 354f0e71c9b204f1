package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.SharingConsents;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.HumanTasks;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The verbs on tasks. */
@Service
@Transactional
public class Worklist {

    public static final int LONGEST_REASON = 500;

    private final TaskRows rows;
    private final HumanTasks engine;
    private final ObjectProvider<TaskGroups> groups;
    private final CurrentPerson current;
    private final People people;
    private final SharingConsents consents;
    private final Audit audit;
    private final Clock clock;

    Worklist(
            TaskRows rows,
            HumanTasks engine,
            ObjectProvider<TaskGroups> groups,
            CurrentPerson current,
            People people,
            SharingConsents consents,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.groups = groups;
        this.current = current;
        this.people = people;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a task; one winner, whoever comes at the same time.
     *
     * @throws BusinessRefusal when it is asked of somebody else
     */
    public Claim claim(TaskId id) {
        SignedIn me = current.get();
        TaskRows.Locked locked =
                rows.lock(id).filter(one -> sees(me, one.task())).orElseThrow(Worklist::unknown);
        Task task = locked.task();
        if (!mayAct(me, task)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        if (!rows.claim(locked, me.id(), clock.instant())) {
            return task.state() == TaskState.OPEN && task.holder() != null
                    ? new Claim.HeldBy(name(task.holder()))
                    : new Claim.NoLongerOpen();
        }
        if (!me.id().equals(task.holder())) {
            audit.record(
                    task.journey().value(),
                    "claim-task",
                    Map.of("kind", task.kind().name()));
        }
        return new Claim.Taken();
    }

    /**
     * Gives a task back to the team.
     *
     * @param because for whoever takes it next; null when nothing needs to be said
     * @throws BusinessRefusal when no team stands behind it
     */
    public void release(TaskId id, @Nullable String because) {
        Task task = visible(id);
        if (because != null && because.length() > LONGEST_REASON) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.reason", LONGEST_REASON);
        }
        if (!task.returnable()) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.seat");
        }
        if (!rows.release(id, current.get().id(), because == null || because.isBlank() ? null : because.strip())) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.not-yours");
        }
        audit.record(
                task.journey().value(),
                "release-task",
                Map.of("kind", task.kind().name()));
    }

    /**
     * Answers the open task of that kind on the case, in the caller's transaction: the row is submitted and the engine's
     * command appended beside the decision itself.
     *
     * @throws BusinessRefusal when nothing of the kind is asked any more, or somebody else holds it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(JourneyId journey, TaskKind kind, Map<String, Object> routing) {
        submit(journey, kind, null, routing);
    }

    /**
     * The same for a kind asked several times at once.
     *
     * @param subject which of them, for instance the seat
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(JourneyId journey, TaskKind kind, @Nullable UUID subject, Map<String, Object> routing) {
        Task task = answerable(journey, kind, subject);
        rows.submit(task.id(), current.get().id(), clock.instant());
        engine.complete(journey, task.key(), routing);
    }

    /**
     * The open task of that kind, locked, when the signed-in person may answer it: for an act that prepares the answer
     * without giving it.
     *
     * @throws BusinessRefusal as {@link #submit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task answerable(JourneyId journey, TaskKind kind) {
        return answerable(journey, kind, null);
    }

    private Task answerable(JourneyId journey, TaskKind kind, @Nullable UUID subject) {
        Task task = rows.lockOpen(journey, kind, subject)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "worklist.refused.no-longer-open"));
        SignedIn me = current.get();
        if (!mayAct(me, task)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        if (task.holder() != null && !task.holder().equals(me.id())) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.held", name(task.holder()));
        }
        return task;
    }

    /** What is asked on the case now. */
    @Transactional(readOnly = true)
    public List<Task> open(JourneyId journey) {
        return rows.open(journey);
    }

    /** The same for the signed-in person to read: for an adviser only what the candidate lets them know. */
    @Transactional(readOnly = true)
    public List<Task> known(Journey journey) {
        boolean result = consents.resultOpenTo(journey, current.get());
        return rows.open(journey.id()).stream()
                .filter(task -> result || !task.kind().tellsTheResult())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Task> open(JourneyId journey, TaskKind kind) {
        return rows.open(journey).stream().filter(task -> task.kind() == kind).findFirst();
    }

    /** Every open task of a kind in the signed-in person's certifying body that they may answer, the most pressing first. */
    @Transactional(readOnly = true)
    public List<Task> waiting(TaskKind kind) {
        SignedIn me = current.get();
        return me.certifyingBody() == null
                ? List.of()
                : rows.open(me.certifyingBody(), kind).stream()
                        .filter(task -> mayAct(me, task))
                        .toList();
    }

    /** A task the signed-in person may see. */
    @Transactional(readOnly = true)
    public Task visible(TaskId id) {
        return seen(id).orElseThrow(Worklist::unknown);
    }

    private static BusinessRefusal unknown() {
        return new BusinessRefusal(Kind.NOT_FOUND, "worklist.refused.unknown");
    }

    /** The same as a value, for work on many: what cannot be seen is as if it were not there. */
    @Transactional(readOnly = true)
    public Optional<Task> seen(TaskId id) {
        SignedIn me = current.get();
        return rows.find(id).filter(task -> sees(me, task));
    }

    /** Warns the managers of the case's body; once per kind while the first is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alert(Journey journey, TaskKind kind, Instant due, @Nullable String context) {
        if (rows.lockOpen(journey.id(), kind, null).isPresent()) {
            return;
        }
        rows.insertIfAbsent(new Task(
                TaskId.create(),
                null,
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                null,
                kind.audience(),
                null,
                TaskState.OPEN,
                due,
                clock.instant(),
                context));
    }

    /** The cause of the alert is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleAlerts(JourneyId journey, TaskKind kind) {
        rows.endAlerts(journey, kind, clock.instant());
    }

    /** A manager has read an alert and dealt with it. */
    public void acknowledge(TaskId id) {
        Task task = visible(id);
        if (!rows.endAlert(id, current.get().id(), clock.instant())) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.no-longer-open");
        }
        audit.record(
                task.journey().value(),
                "acknowledge-alert",
                Map.of("kind", task.kind().name()));
    }

    /** When the task should be done moved with the facts of its case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redate(JourneyId journey, TaskKind kind, Instant due) {
        rows.redate(journey, kind, due);
    }

    /** Gives an open task to somebody else, or to all it is asked of: a juror replaced, an adviser changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(JourneyId journey, TaskKind kind, @Nullable UUID subject, @Nullable PersonId holder) {
        rows.assign(journey, kind, subject, holder);
    }

    private boolean sees(SignedIn me, Task task) {
        return mayAct(me, task) || manages(me, task);
    }

    private boolean mayAct(SignedIn me, Task task) {
        return switch (task.audience()) {
            case CANDIDATE -> task.candidate().equals(me.id());
            case JUROR -> me.is(Role.JUROR) && me.id().equals(task.holder());
            case ADVISER ->
                ofTheBody(me, task)
                        && me.is(Role.ADVISER)
                        && (task.holder() == null
                                ? isOfTheGroup(me, task)
                                : me.id().equals(task.holder()));
            case AGENT -> ofTheBody(me, task) && (me.is(Role.AGENT) || me.is(Role.MANAGER));
            default -> ofTheBody(me, task) && me.is(task.audience());
        };
    }

    private boolean isOfTheGroup(SignedIn me, Task task) {
        return task.subject() == null
                || groups.stream().anyMatch(room -> room.of(me).contains(task.subject()));
    }

    private static boolean ofTheBody(SignedIn me, Task task) {
        return task.certifyingBody().equals(me.certifyingBody());
    }

    private static boolean manages(SignedIn me, Task task) {
        return ofTheBody(me, task) && (me.is(Role.AGENT) || me.is(Role.MANAGER));
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
