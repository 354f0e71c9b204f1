package fr.acquis.jury.work;

import fr.acquis.jury.JuryResults;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The result is late: the managers are told, and it still waits for the signature. */
@Component
class EscalateLateResult implements Worker {

    private final JuryResults results;

    EscalateLateResult(JuryResults results) {
        this.results = results;
    }

    @Override
    public String jobType() {
        return "escalate-late-result";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        results.escalate(job.journey());
        return Map.of();
    }
}
