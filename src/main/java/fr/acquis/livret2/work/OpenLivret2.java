package fr.acquis.livret2.work;

import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Livret2s;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The candidate may write: the livret of this attempt is there. */
@Component
class OpenLivret2 implements Worker {

    private final Livret2s livrets;

    OpenLivret2(Livret2s livrets) {
        this.livrets = livrets;
    }

    @Override
    public String jobType() {
        return "open-livret2";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return Map.of("livret2Due", Journeys.engineDate(livrets.open(job.journey(), job.number("attempt"))));
    }
}
