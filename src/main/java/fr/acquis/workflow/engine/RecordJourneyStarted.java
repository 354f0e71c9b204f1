package fr.acquis.workflow.engine;

import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import fr.acquis.workflow.store.JourneyInstances;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first step of every journey: one live process each, whatever was sent twice. */
@Component
class RecordJourneyStarted implements Worker {

    private final JourneyInstances instances;

    RecordJourneyStarted(JourneyInstances instances) {
        this.instances = instances;
    }

    @Override
    public String jobType() {
        return "record-journey-started";
    }

    @Override
    public Map<String, Object> handle(Job job, @Nullable Object prepared) {
        boolean first = instances.record(job.journey(), job.processInstanceKey());
        return Map.of("duplicate", !first);
    }
}
