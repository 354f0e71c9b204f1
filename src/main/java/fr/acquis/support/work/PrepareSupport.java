package fr.acquis.support.work;

import fr.acquis.journey.Journeys;
import fr.acquis.support.Supports;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the offer of support on an admitted case. */
@Component
class PrepareSupport implements Worker {

    private final Supports supports;

    PrepareSupport(Supports supports) {
        this.supports = supports;
    }

    @Override
    public String jobType() {
        return "prepare-support";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return Map.of("choiceDue", Journeys.engineDate(supports.offer(job.journey())));
    }
}
