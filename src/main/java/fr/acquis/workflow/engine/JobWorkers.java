package fr.acquis.workflow.engine;

import fr.acquis.workflow.Worker;
import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes jobs for every {@link Worker} bean: streamed as they arise, polled for those a stream missed. */
@Component
class JobWorkers {

    private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);

    private final CamundaClient client;
    private final ObjectProvider<Worker> workers;
    private final JobHandling handling;
    private final JobReports reports;
    private final WorkflowSettings settings;
    private final JobWatch watch;
    private final List<JobWorker> open = new ArrayList<>();
    private final Phaser running = new Phaser(1);
    private volatile boolean draining;

    JobWorkers(
            CamundaClient client,
            ObjectProvider<Worker> workers,
            JobHandling handling,
            JobReports reports,
            WorkflowSettings settings,
            JobWatch watch) {
        this.client = client;
        this.workers = workers;
        this.handling = handling;
        this.reports = reports;
        this.settings = settings;
        this.watch = watch;
    }

    synchronized void open(UUID epoch) {
        if (!open.isEmpty()) {
            return;
        }
        draining = false;
        Map<String, Worker> byType = workers.stream()
                .collect(Collectors.toMap(Worker::jobType, Function.identity(), (first, second) -> {
                    throw new IllegalStateException("two workers for the job type " + first.jobType() + ": "
                            + first.getClass().getName() + " and "
                            + second.getClass().getName());
                }));
        byType.values().forEach(worker -> open.add(open(worker, epoch)));
        log.info("Taking jobs: {}", byType.keySet().stream().sorted().toList());
    }

    private JobWorker open(Worker worker, UUID epoch) {
        watch.expect(worker.jobType());
        return client.newWorker()
                .jobType(worker.jobType())
                .handler((ignored, job) -> took(worker, job, epoch))
                .timeout(settings.jobTimeout())
                // No more than the threads get through before a job's timeout.
                .maxJobsActive(settings.workerThreads() * 2)
                .streamEnabled(true)
                .streamTimeout(Duration.ofHours(1))
                .requestTimeout(Duration.ofSeconds(20))
                .open();
    }

    private void took(Worker worker, ActivatedJob job, UUID epoch) {
        running.register();
        try {
            if (draining) {
                reports.failed(job, job.getRetries(), Duration.ZERO, "given back: the application stops");
            } else {
                handling.handle(worker, job, epoch);
            }
        } finally {
            running.arriveAndDeregister();
        }
    }

    /** Takes no more jobs, gives back those not begun, and waits for those that are. */
    synchronized void close() {
        draining = true;
        open.forEach(JobWorker::close);
        open.clear();
        int phase = running.arrive();
        try {
            running.awaitAdvanceInterruptibly(phase, settings.drain().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            log.warn("Jobs were still running after {}; the engine gives them out again", settings.drain());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
