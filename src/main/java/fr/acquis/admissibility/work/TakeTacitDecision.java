package fr.acquis.admissibility.work;

import fr.acquis.admissibility.Decisions;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The legal date has come and nobody decided: silence is a decision of acceptance. */
@Component
class TakeTacitDecision implements Worker {

    private final Decisions decisions;

    TakeTacitDecision(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String jobType() {
        return "take-tacit-decision";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return Map.of("outcome", decisions.takeTacitDecision(job.journey()).name());
    }
}
