package fr.acquis.workflow.engine;

import fr.acquis.workflow.store.JobMemory;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Jobs begun by a process that died, and withdrawn by the engine meanwhile, do not stay running for ever. */
@Component
public class JobMemorySweep {

    private static final Logger log = LoggerFactory.getLogger(JobMemorySweep.class);

    /** Longer than the engine waits before it gives a job out again. */
    private static final Duration OVER = Duration.ofHours(1);

    private final JobMemory memory;

    JobMemorySweep(JobMemory memory) {
        this.memory = memory;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "job-memory-sweep")
    void sweepHourly() {
        sweep(OVER);
    }

    public void sweep(Duration over) {
        int forgotten = memory.forgetAbandoned(over);
        if (forgotten > 0) {
            log.info("{} jobs begun and never given out again are forgotten", forgotten);
        }
    }
}
