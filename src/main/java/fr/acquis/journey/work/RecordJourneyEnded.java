package fr.acquis.journey.work;

import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The process is over as the case is: the case said so first, and a difference is a fault to look at. */
@Component
class RecordJourneyEnded implements Worker {

    private static final Logger log = LoggerFactory.getLogger(RecordJourneyEnded.class);

    private final Journeys journeys;

    RecordJourneyEnded(Journeys journeys) {
        this.journeys = journeys;
    }

    @Override
    public String jobType() {
        return "record-journey-ended";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        Journey journey = journeys.find(job.journey()).orElseThrow();
        Ending ending = Ending.valueOf(job.headers().get("ending"));
        if (journey.ending() != ending) {
            log.warn("journey {}: the process ended {}, the case says {}", journey.id(), ending, journey.ending());
        }
        return Map.of();
    }
}
