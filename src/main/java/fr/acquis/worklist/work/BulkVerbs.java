package fr.acquis.worklist.work;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.worklist.Bulk;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.CaseReminders;
import fr.acquis.worklist.Handover;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.Worklist;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A verb on one row of many; a "no" is a value here, since the other rows go on. */
@Component
class BulkVerbs {

    private final Worklist worklist;
    private final Handover handover;
    private final CaseMarks marks;
    private final CaseReminders reminders;
    private final Journeys journeys;
    private final CaseMembers members;
    private final CurrentPerson current;

    BulkVerbs(
            Worklist worklist,
            Handover handover,
            CaseMarks marks,
            CaseReminders reminders,
            Journeys journeys,
            CaseMembers members,
            CurrentPerson current) {
        this.worklist = worklist;
        this.handover = handover;
        this.marks = marks;
        this.reminders = reminders;
        this.journeys = journeys;
        this.members = members;
        this.current = current;
    }

    /** @return why not, a message key */
    Optional<String> apply(Bulk bulk, TaskId id) {
        Task task = worklist.seen(id).orElse(null);
        if (task == null) {
            return Optional.of("worklist.refused.unknown");
        }
        return switch (bulk.verb()) {
            case ASSIGN -> assign(bulk, task);
            case ACKNOWLEDGE -> acknowledge(task);
            case TAG, REMIND, ASK_DOCUMENT -> onCase(bulk, task);
        };
    }

    private Optional<String> assign(Bulk bulk, Task task) {
        Optional<String> refusal = handover.refusal(task, bulk.receiver());
        if (refusal.isEmpty()) {
            handover.hand(task, bulk.receiver());
        }
        return refusal;
    }

    private Optional<String> acknowledge(Task task) {
        if (!task.kind().isAlert()) {
            return Optional.of("worklist.refused.not-alert");
        }
        if (!current.get().is(Role.MANAGER)) {
            return Optional.of("worklist.refused.not-asked-of-you");
        }
        if (task.state() != TaskState.OPEN) {
            return Optional.of("worklist.no-longer-open");
        }
        worklist.acknowledge(task.id());
        return Optional.empty();
    }

    private Optional<String> onCase(Bulk bulk, Task task) {
        Journey journey = journeys.find(task.journey()).orElseThrow();
        SignedIn me = current.get();
        if (!journey.handledBy(me) && !members.of(journey.id(), Role.ADVISER).contains(me.id())) {
            return Optional.of("worklist.refused.not-asked-of-you");
        }
        String event = bulk.verb().name().toLowerCase(Locale.ROOT) + "/" + bulk.id();
        return switch (bulk.verb()) {
            case TAG -> {
                marks.put(journey, bulk.words());
                yield Optional.empty();
            }
            case REMIND -> reminders.remind(journey, worklist.open(journey.id()), event);
            case ASK_DOCUMENT -> reminders.ask(journey, bulk.words(), event);
            case ASSIGN, ACKNOWLEDGE -> throw new IllegalStateException("not about a case: " + bulk.verb());
        };
    }
}
