package fr.acquis.training.work;

import fr.acquis.journey.Journeys;
import fr.acquis.training.TrainingPlans;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the plan for the blocs the candidate lacks. */
@Component
class DraftPlan implements Worker {

    private final TrainingPlans plans;

    DraftPlan(TrainingPlans plans) {
        this.plans = plans;
    }

    @Override
    public String jobType() {
        return "draft-plan";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        TrainingPlans.Drafted drafted = plans.draft(job.journey(), job.number("attempt"));
        return Map.of("planKey", drafted.key(), "planDue", Journeys.engineDate(drafted.due()));
    }
}
