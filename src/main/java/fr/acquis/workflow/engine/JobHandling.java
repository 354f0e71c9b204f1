package fr.acquis.workflow.engine;

import fr.acquis.platform.FaultPoints;
import fr.acquis.workflow.BusinessError;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.RoutingFacts;
import fr.acquis.workflow.Worker;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.store.JobMemory;
import fr.acquis.workflow.store.JobMemory.Claim;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One delivery of a job, from its arrival to the engine's hearing what became of it. */
@Component
class JobHandling {

    private static final Logger log = LoggerFactory.getLogger(JobHandling.class);

    /** The lease ends before the engine delivers again: a job of a dead replica is never left alone for a second round. */
    private static final Duration EARLIER = Duration.ofSeconds(2);

    private final JobMemory memory;
    private final WorkerTransaction transaction;
    private final JobReports reports;
    private final JobExtension extension;
    private final FaultPoints faults;
    private final WorkflowSettings settings;
    private final JobWatch watch;

    JobHandling(
            JobMemory memory,
            WorkerTransaction transaction,
            JobReports reports,
            JobExtension extension,
            FaultPoints faults,
            WorkflowSettings settings,
            JobWatch watch) {
        this.memory = memory;
        this.transaction = transaction;
        this.reports = reports;
        this.extension = extension;
        this.faults = faults;
        this.settings = settings;
        this.watch = watch;
    }

    void handle(Worker worker, ActivatedJob activated, UUID epoch) {
        watch.during(activated, () -> delivered(worker, activated, epoch));
    }

    private void delivered(Worker worker, ActivatedJob activated, UUID epoch) {
        try {
            Job job = Jobs.of(activated);
            JobMemory.Delivery delivery = new JobMemory.Delivery(
                    epoch,
                    job.key(),
                    job.type(),
                    new JobMemory.Step(job.processId(), job.elementId()),
                    job.journey(),
                    UUID.randomUUID().toString());
            switch (memory.claim(delivery, lease())) {
                case Claim.Ours ours -> work(worker, job, activated, delivery);
                case Claim.Done done -> reports.completed(activated, done.result());
                case Claim.Busy busy -> log.debug("Job {} {} is being done elsewhere", job.type(), job.key());
            }
        } catch (RuntimeException fault) {
            fail(activated, fault);
        }
    }

    private Duration lease() {
        Duration shorter = settings.jobTimeout().minus(EARLIER);
        return shorter.isPositive() ? shorter : settings.jobTimeout().dividedBy(2);
    }

    private void work(Worker worker, Job job, ActivatedJob activated, JobMemory.Delivery delivery) {
        faults.reached(FaultPoints.Place.AFTER_JOB_CLAIMED);
        RoutingFacts result;
        ScheduledFuture<?> longer = extension.keep(() -> {
            if (memory.extend(delivery, lease())) {
                reports.extended(activated);
            }
        });
        try {
            Object prepared = worker.prepare(job);
            faults.reached(FaultPoints.Place.AFTER_JOB_PREPARED);
            result = transaction.run(worker, job, prepared, delivery);
        } catch (WorkerTransaction.LostJob lost) {
            log.info("Job {} {}: another delivery took over", job.type(), job.key());
            return;
        } catch (BusinessError expected) {
            memory.release(delivery);
            threw(activated, expected);
            return;
        } catch (RuntimeException fault) {
            memory.release(delivery);
            throw fault;
        } finally {
            longer.cancel(false);
        }
        faults.reached(FaultPoints.Place.AFTER_WORKER_COMMITTED);
        if (reports.completed(activated, result)) {
            faults.reached(FaultPoints.Place.AFTER_JOB_COMPLETED);
        }
    }

    private void threw(ActivatedJob activated, BusinessError expected) {
        if (Jobs.isListener(activated)) {
            fail(activated, expected);
        } else {
            reports.threw(activated, expected.code());
        }
    }

    /** The engine hears of the kind of fault and where to read more, never of what a message may hold of a person. */
    private void fail(ActivatedJob activated, RuntimeException fault) {
        watch.failed(fault);
        String reference = UUID.randomUUID().toString().substring(0, 8);
        int left = Math.max(0, activated.getRetries() - 1);
        log.error(
                "Job {} of {} failed, {} tries left (reference {})",
                activated.getType(),
                activated.getElementId(),
                left,
                reference,
                fault);
        int before = Math.max(0, 3 - activated.getRetries());
        Duration pause = settings.jobRetryPause().multipliedBy(1L << Math.min(before, 10));
        reports.failed(activated, left, pause, fault.getClass().getSimpleName() + ", " + reference);
    }
}
