package fr.acquis.worklist.work;

import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine withdraws a user task: nobody is asked any more. */
@Component
class WorklistCancelled implements Worker {

    private final TaskRows rows;
    private final Clock clock;

    WorklistCancelled(TaskRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String jobType() {
        return "worklist-cancelled";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        rows.cancel(job.task().orElseThrow().key(), clock.instant());
        return Map.of();
    }
}
