package fr.acquis.support.work;

import fr.acquis.journey.JourneyEnded;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Supports;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Support is over, by itself or with its journey, whose end leaves the process no time to say so. */
@Component
class CloseSupport implements Worker {

    private final Supports supports;

    CloseSupport(Supports supports) {
        this.supports = supports;
    }

    @Override
    public String jobType() {
        return "close-support";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        supports.close(job.journey(), EndedBy.BODY);
        return Map.of();
    }

    @ApplicationModuleListener
    void on(JourneyEnded event) {
        supports.close(event.journey(), EndedBy.JOURNEY);
    }
}
