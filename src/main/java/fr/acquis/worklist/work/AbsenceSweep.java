package fr.acquis.worklist.work;

import fr.acquis.identity.Absence;
import fr.acquis.identity.Absences;
import fr.acquis.worklist.Substitutions;
import java.util.List;
import java.util.function.Consumer;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves what moves when an absence begins, and returns what returns when it is over; each absence in a transaction of its own. */
@Component
class AbsenceSweep {

    private static final Logger log = LoggerFactory.getLogger(AbsenceSweep.class);

    private final Absences absences;
    private final Substitutions substitutions;

    AbsenceSweep(Absences absences, Substitutions substitutions) {
        this.absences = absences;
        this.substitutions = substitutions;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    @SchedulerLock(name = "absence-sweep")
    void sweep() {
        each(absences.toStart(), substitutions::begin);
        each(absences.toEnd(), substitutions::end);
    }

    private void each(List<Absence> due, Consumer<Absence> step) {
        for (Absence absence : due) {
            try {
                step.accept(absence);
            } catch (RuntimeException failed) {
                log.warn("absence {} could not be taken into account, it is tried again", absence.id(), failed);
            }
        }
    }
}
