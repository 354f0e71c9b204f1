package fr.acquis.award.work;

import fr.acquis.award.AwardDocument;
import fr.acquis.award.AwardDocuments;
import fr.acquis.award.AwardPress;
import fr.acquis.award.Awarded;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The CPNE delivered: the certificate is entered, pressed, kept and told, and the case ends certified. */
@Component
class IssueCertificate implements Worker {

    private final Journeys journeys;
    private final AwardDocuments documents;
    private final AwardPress press;
    private final Awarded awarded;

    IssueCertificate(Journeys journeys, AwardDocuments documents, AwardPress press, Awarded awarded) {
        this.journeys = journeys;
        this.documents = documents;
        this.press = press;
        this.awarded = awarded;
    }

    @Override
    public String jobType() {
        return "issue-certificate";
    }

    @Override
    public Object prepare(Job job) {
        Journey journey = journeys.find(job.journey()).orElseThrow();
        AwardDocument entry = documents.enterCertificate(journey);
        return new Pressed(entry, press.press(entry, journey));
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        Pressed pressed = (Pressed) prepared;
        awarded.certified(pressed.document(), pressed.pdf());
        return Map.of();
    }
}
