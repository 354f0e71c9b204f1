package fr.acquis.jury.work;

import fr.acquis.journey.Journeys;
import fr.acquis.jury.JuryResults;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine's timer fires; the jury's own facts say whether the result is late. */
@Component
class CheckResultClock implements Worker {

    private final JuryResults results;

    CheckResultClock(JuryResults results) {
        this.results = results;
    }

    @Override
    public String jobType() {
        return "check-result-clock";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        JuryResults.Clocked clocked = results.clock(job.journey());
        return Map.of(
                "clockReached",
                clocked.reached(),
                "resultDue",
                clocked.reached() ? job.text("resultDue") : Journeys.engineDate(clocked.due()));
    }
}
