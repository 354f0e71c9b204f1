package fr.acquis.jury.work;

import fr.acquis.jury.JuryResults;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the signed result: the letter that proves it, the mail that brings it. */
@Component
class NotifyResult implements Worker {

    private final JuryResults results;

    NotifyResult(JuryResults results) {
        this.results = results;
    }

    @Override
    public String jobType() {
        return "notify-result";
    }

    @Override
    public Object prepare(Job job) {
        return results.render(job.journey());
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return results.send(job.journey(), (RenderedLetter) prepared);
    }
}
