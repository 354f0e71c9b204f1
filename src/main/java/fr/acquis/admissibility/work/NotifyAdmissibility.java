package fr.acquis.admissibility.work;

import fr.acquis.admissibility.DecisionLetters;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the decision: the letter that proves it, the mail that brings it. */
@Component
class NotifyAdmissibility implements Worker {

    private final DecisionLetters letters;

    NotifyAdmissibility(DecisionLetters letters) {
        this.letters = letters;
    }

    @Override
    public String jobType() {
        return "notify-admissibility";
    }

    @Override
    public Object prepare(Job job) {
        return letters.render(job.journey());
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        letters.send(job.journey(), (RenderedLetter) prepared);
        return Map.of();
    }
}
