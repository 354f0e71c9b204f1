package fr.acquis.admissibility.work;

import fr.acquis.admissibility.AdmissibilityFacts;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.Receipts;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers the facts of a filed livret 1 for the rules; writes its receipt the first time. */
@Component
class CheckLivret1 implements Worker {

    private final Journeys journeys;
    private final Livret1s livrets;
    private final AdmissibilityFacts facts;
    private final Receipts receipts;

    CheckLivret1(Journeys journeys, Livret1s livrets, AdmissibilityFacts facts, Receipts receipts) {
        this.journeys = journeys;
        this.livrets = livrets;
        this.facts = facts;
        this.receipts = receipts;
    }

    @Override
    public String jobType() {
        return "check-livret1";
    }

    @Override
    public Object prepare(Job job) {
        return receipts.render(journeys.find(job.journey()).orElseThrow(), livrets.held(job.journey()))
                .orElse(null);
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        Journey journey = journeys.find(job.journey()).orElseThrow();
        if (prepared instanceof RenderedLetter receipt) {
            receipts.keep(journey, receipt);
        }
        return facts.of(journey);
    }
}
