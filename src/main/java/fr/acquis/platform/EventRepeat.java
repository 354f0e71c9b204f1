package fr.acquis.platform;

import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives events again whose listener failed or died with its process. What a listener does must bear that: it goes by the
 * ids of what happened.
 */
@Component
public class EventRepeat {

    /** Younger ones may still be with a listener that is alive. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private final IncompleteEventPublications incomplete;

    EventRepeat(IncompleteEventPublications incomplete) {
        this.incomplete = incomplete;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    @SchedulerLock(name = "event-repeat")
    void repeatGivenUp() {
        repeat(GIVEN_UP);
    }

    /** @param age since the event happened */
    public void repeat(Duration age) {
        incomplete.resubmitIncompletePublicationsOlderThan(age);
    }
}
