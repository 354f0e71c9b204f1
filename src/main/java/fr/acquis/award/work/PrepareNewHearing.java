package fr.acquis.award.work;

import fr.acquis.award.Hearings;
import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The jury did not decide, or its decision came back: another passage is owed. */
@Component
class PrepareNewHearing implements Worker {

    private final Hearings hearings;

    PrepareNewHearing(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public String jobType() {
        return "prepare-new-hearing";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return Map.of("juryDue", Journeys.engineDate(hearings.owe(job.journey(), job.number("attempt"))));
    }
}
