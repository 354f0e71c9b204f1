package fr.acquis.workflow.engine;

import fr.acquis.workflow.WorkflowSettings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for more time, again and again, as long as work lasts. */
@Component
class JobExtension {

    private static final Logger log = LoggerFactory.getLogger(JobExtension.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-extension").factory());
    private final Duration every;

    JobExtension(WorkflowSettings settings) {
        this.every = settings.jobTimeout().multipliedBy(2).dividedBy(3);
    }

    /** Calls until cancelled; most work ends before the first call. */
    ScheduledFuture<?> keep(Runnable extend) {
        return timer.scheduleAtFixedRate(
                () -> {
                    try {
                        extend.run();
                    } catch (RuntimeException failed) {
                        log.warn("More time for a job could not be asked for; tried again in {}", every, failed);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
