package fr.acquis.jury.work;

import fr.acquis.jury.JuryRequests;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A case comes before the jury: its dates, and whether an assessment at work comes first. */
@Component
class PrepareJury implements Worker {

    private final JuryRequests requests;

    PrepareJury(JuryRequests requests) {
        this.requests = requests;
    }

    @Override
    public String jobType() {
        return "prepare-jury";
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        return requests.ask(
                job.journey(),
                job.number("attempt"),
                OffsetDateTime.parse(job.text("juryDue")).toInstant());
    }
}
