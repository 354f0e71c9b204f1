package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who does a task, and when it comes back in sight. */
@Service
@Transactional
public class Handover {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final TaskRows rows;
    private final Worklist worklist;
    private final Counters counters;
    private final CaseMembers members;
    private final People people;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Handover(
            TaskRows rows,
            Worklist worklist,
            Counters counters,
            CaseMembers members,
            People people,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.worklist = worklist;
        this.counters = counters;
        this.members = members;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody a task could be given to, with what they hold already. */
    public record Candidate(Person person, long load) {}

    /** Gives a task to somebody, whoever held it. */
    public void assign(TaskId id, PersonId to) {
        Task task = worklist.visible(id);
        refusal(task, to).ifPresent(key -> {
            throw new BusinessRefusal(Kind.CONFLICT, key);
        });
        hand(task, to);
    }

    /** Why the signed-in person cannot give that task to that person: a message key, empty when they can. */
    @Transactional(readOnly = true)
    public Optional<String> refusal(Task task, PersonId to) {
        SignedIn me = current.get();
        if (!task.certifyingBody().equals(me.certifyingBody()) || !mayGive(me, task)) {
            return Optional.of("worklist.refused.not-asked-of-you");
        }
        if (task.state() != TaskState.OPEN) {
            return Optional.of("worklist.no-longer-open");
        }
        if (!task.returnable()) {
            return Optional.of("worklist.refused.seat");
        }
        if (!holds(task, to)) {
            return Optional.of("worklist.refused.not-their-role");
        }
        return task.audience() == Role.ADVISER
                        && task.kind() != TaskKind.ASSIGN_ADVISER
                        && !members.of(task.journey(), Role.ADVISER).contains(to)
                ? Optional.of("worklist.refused.not-on-case")
                : Optional.empty();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(Task task, PersonId to) {
        if (rows.assign(task.id(), to) && !to.equals(task.holder())) {
            audit.record(
                    task.journey().value(),
                    "assign-task",
                    Map.of("kind", task.kind().name(), "person", to.toString()));
        }
    }

    /** Whom a task may be given to, the least loaded first. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Task task) {
        if (!task.returnable() || task.kind().isAlert() && task.audience() != Role.MANAGER) {
            return List.of();
        }
        return loads(task.audience(), task);
    }

    private List<Candidate> loads(Role audience, Task task) {
        List<Person> able = people.holding(audience, task.certifyingBody()).stream()
                .filter(person -> refusal(task, person.id()).isEmpty())
                .toList();
        Map<UUID, Long> loads =
                counters.loads(able.stream().map(person -> person.id().value()).toList());
        return able.stream()
                .map(person ->
                        new Candidate(person, loads.getOrDefault(person.id().value(), 0L)))
                .sorted(Comparator.comparingLong(Candidate::load))
                .toList();
    }

    /**
     * Hides a task until the morning of a day; null shows it again. Never beyond the day it is due.
     *
     * @throws BusinessRefusal when that day is past, or after the task's own
     */
    public void postpone(TaskId id, @Nullable LocalDate until) {
        Task task = worklist.visible(id);
        Instant at = until == null ? null : until.atStartOfDay(PARIS).toInstant();
        if (at != null && !at.isAfter(clock.instant())) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.follow-up-past");
        }
        if (at != null && at.isAfter(task.due())) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.follow-up-after-due");
        }
        if (!rows.postpone(id, at)) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.no-longer-open");
        }
    }

    private boolean holds(Task task, PersonId to) {
        return people.holding(task.audience(), task.certifyingBody()).stream()
                        .anyMatch(person -> person.id().equals(to))
                || task.audience() == Role.AGENT
                        && people.holding(Role.MANAGER, task.certifyingBody()).stream()
                                .anyMatch(person -> person.id().equals(to));
    }

    /** An agent gives what agents and advisers do, a manager what managers do besides. */
    private static boolean mayGive(SignedIn me, Task task) {
        return switch (task.audience()) {
            case AGENT, ADVISER -> me.is(Role.AGENT) || me.is(Role.MANAGER);
            case MANAGER -> me.is(Role.MANAGER);
            case CPNE -> me.is(Role.CPNE);
            default -> false;
        };
    }
}
