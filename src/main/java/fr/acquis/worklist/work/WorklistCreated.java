package fr.acquis.worklist.work;

import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine creates a user task: its row is born before the task can be seen anywhere. */
@Component
class WorklistCreated implements Worker {

    private final EngineTasks tasks;

    WorklistCreated(EngineTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String jobType() {
        return "worklist-created";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        tasks.created(job.journey(), job.task().orElseThrow(), Context.of(job.variables()));
        return Map.of();
    }
}
