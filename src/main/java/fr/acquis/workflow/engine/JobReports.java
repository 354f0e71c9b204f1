package fr.acquis.workflow.engine;

import fr.acquis.workflow.RoutingFacts;
import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of a job, told to the engine. A report that does not get through is made again by the next delivery. */
@Component
class JobReports {

    private static final Logger log = LoggerFactory.getLogger(JobReports.class);
    private static final int TRIES = 4;

    private final CamundaClient client;
    private final WorkflowSettings settings;
    private final Backoff backoff;
    private final Clock clock;

    JobReports(CamundaClient client, WorkflowSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new Backoff(settings.backoff(), java.util.random.RandomGenerator.getDefault());
    }

    /** @return whether the engine knows now */
    boolean completed(ActivatedJob job, RoutingFacts result) {
        Reply reply = tried(
                job,
                () -> client.newCompleteCommand(job.getKey())
                        .variables(result.values())
                        .requestTimeout(settings.requestTimeout())
                        .send()
                        .join());
        return switch (reply) {
            case OK -> true;
            // Completed by an earlier report, or withdrawn with its process.
            case NOT_FOUND, WRONG_STATE, ALREADY_EXISTS -> true;
            case UNAUTHENTICATED, BUSY, UNAVAILABLE -> {
                log.info(
                        "Job {} {} is done, the engine will hear of it at the next delivery",
                        job.getType(),
                        job.getKey());
                yield false;
            }
            case INVALID, FORBIDDEN, TOO_LARGE, NOT_SUPPORTED, DENIED, UNKNOWN -> {
                failed(job, 0, Duration.ZERO, "done, but its result was refused: " + reply);
                yield false;
            }
        };
    }

    void failed(ActivatedJob job, int retriesLeft, Duration pause, String why) {
        tried(
                job,
                () -> client.newFailCommand(job.getKey())
                        .retries(retriesLeft)
                        .retryBackoff(pause)
                        .errorMessage(why)
                        .requestTimeout(settings.requestTimeout())
                        .send()
                        .join());
    }

    void threw(ActivatedJob job, String errorCode) {
        Reply reply = tried(
                job,
                () -> client.newThrowErrorCommand(job.getKey())
                        .errorCode(errorCode)
                        .requestTimeout(settings.requestTimeout())
                        .send()
                        .join());
        if (reply != Reply.OK) {
            log.warn("Job {} {}: error {} was answered {}", job.getType(), job.getKey(), errorCode, reply);
        }
    }

    /** More time for work that takes long. */
    void extended(ActivatedJob job) {
        Reply reply = said(() -> client.newUpdateTimeoutCommand(job.getKey())
                .timeout(settings.jobTimeout())
                .requestTimeout(settings.requestTimeout())
                .send()
                .join());
        if (reply != Reply.OK) {
            log.info("Job {} {}: more time was answered {}", job.getType(), job.getKey(), reply);
        }
    }

    /** Never past the job's deadline: from then on it may be someone else's. */
    private Reply tried(ActivatedJob job, Runnable report) {
        Reply reply = said(report);
        for (int attempt = 1; attempt < TRIES && mayRepeat(reply) && beforeDeadline(job); attempt++) {
            LockSupport.parkNanos(
                    backoff.after(attempt, settings.requestTimeout()).toNanos());
            reply = said(report);
        }
        return reply;
    }

    private static boolean mayRepeat(Reply reply) {
        return reply == Reply.UNAVAILABLE || reply == Reply.BUSY || reply == Reply.UNAUTHENTICATED;
    }

    private boolean beforeDeadline(ActivatedJob job) {
        return clock.millis() < job.getDeadline();
    }

    private static Reply said(Runnable report) {
        try {
            report.run();
            return Reply.OK;
        } catch (ClientException failed) {
            return Replies.of(failed);
        }
    }
}
