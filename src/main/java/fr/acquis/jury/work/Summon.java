package fr.acquis.jury.work;

import fr.acquis.jury.Summoning;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls the panel and the candidate to the hearing that was planned. */
@Component
class Summon implements Worker {

    private final Summoning summoning;

    Summon(Summoning summoning) {
        this.summoning = summoning;
    }

    @Override
    public String jobType() {
        return "summon";
    }

    @Override
    public Object prepare(Job job) {
        return summoning.render(job.journey()).orElse(null);
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return summoning.summon(job.journey(), Optional.ofNullable((RenderedLetter) prepared));
    }
}
