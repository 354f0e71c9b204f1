package fr.acquis.workflow.engine;

import fr.acquis.workflow.Job;
import fr.acquis.workflow.RoutingFacts;
import fr.acquis.workflow.Worker;
import fr.acquis.workflow.store.JobMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The worker's facts and the note that the job is done, in one transaction. */
@Component
class WorkerTransaction {

    private final JobMemory memory;

    WorkerTransaction(JobMemory memory) {
        this.memory = memory;
    }

    /** @throws LostJob when another delivery took the job over meanwhile */
    @Transactional
    public RoutingFacts run(Worker worker, Job job, @Nullable Object prepared, JobMemory.Delivery delivery) {
        RoutingFacts result = RoutingFacts.of(worker.handle(job, prepared));
        if (!memory.done(delivery, result)) {
            throw new LostJob();
        }
        return result;
    }

    /** Not a fault: whoever took over does the work. */
    static final class LostJob extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostJob() {
            super("another delivery took the job over", null, false, false);
        }
    }
}
