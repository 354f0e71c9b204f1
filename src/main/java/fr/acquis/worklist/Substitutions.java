package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.Absence;
import fr.acquis.identity.Absences;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.LentRows;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moves when somebody is away, and returns with them. A seat of a jury is never lent; what the substitute has done by
 * then stays theirs.
 */
@Service
@Transactional
public class Substitutions {

    private final Absences absences;
    private final TaskRows rows;
    private final LentRows lent;
    private final CaseMembers members;
    private final Audit audit;
    private final Clock clock;

    Substitutions(Absences absences, TaskRows rows, LentRows lent, CaseMembers members, Audit audit, Clock clock) {
        this.absences = absences;
        this.rows = rows;
        this.lent = lent;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first day has come. */
    public void begin(Absence absence) {
        if (absences.started(absence) && absence.openTasks()) {
            rows.heldBy(absence.person()).forEach(task -> lend(task, absence));
        }
    }

    /** The last day is over. */
    public void end(Absence absence) {
        if (absences.ended(absence) && absence.returning()) {
            lent.of(absence.id()).forEach(one -> giveBack(one, absence));
        }
    }

    /** A task that has just come to somebody who may be away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void born(Task task) {
        Optional.ofNullable(task.holder())
                .flatMap(absences::now)
                .filter(Absence::newTasks)
                .ifPresent(absence -> lend(task, absence));
    }

    private void lend(Task task, Absence absence) {
        PersonId substitute = absence.substitute();
        boolean ofTheBody = task.certifyingBody().equals(absence.certifyingBody());
        if (substitute == null || !ofTheBody || !task.returnable() || task.audience() == Role.CANDIDATE) {
            return;
        }
        boolean joins = task.audience() == Role.ADVISER
                && !members.of(task.journey(), Role.ADVISER).contains(substitute);
        if (joins) {
            members.add(task.journey(), substitute, Role.ADVISER);
        }
        if (rows.assign(task.id(), substitute)) {
            lent.lend(absence.id(), task.id(), absence.person(), joins, clock.instant());
            trace(task, "lend-task", substitute);
        }
    }

    private void giveBack(LentRows.Lent one, Absence absence) {
        Task task = rows.find(one.task()).orElseThrow();
        boolean stillTheirs =
                task.state() == TaskState.OPEN && absence.substitute().equals(task.holder());
        if (stillTheirs && rows.assign(task.id(), absence.person())) {
            trace(task, "return-task", absence.person());
        }
        if (one.joined()) {
            members.remove(task.journey(), absence.substitute(), Role.ADVISER);
        }
    }

    private void trace(Task task, String what, PersonId to) {
        audit.record(task.journey().value(), what, Map.of("kind", task.kind().name(), "person", to.toString()));
    }
}
