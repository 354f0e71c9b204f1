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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A result gave blocs: their attestation is entered, pressed, kept and told. */
@Component
class IssueBlockAttestations implements Worker {

    private final Journeys journeys;
    private final AwardDocuments documents;
    private final AwardPress press;
    private final Awarded awarded;

    IssueBlockAttestations(Journeys journeys, AwardDocuments documents, AwardPress press, Awarded awarded) {
        this.journeys = journeys;
        this.documents = documents;
        this.press = press;
        this.awarded = awarded;
    }

    @Override
    public String jobType() {
        return "issue-block-attestations";
    }

    @Override
    public Object prepare(Job job) {
        Journey journey = journeys.find(job.journey()).orElseThrow();
        Optional<AwardDocument> entry = documents.enterAttestation(journey, Long.toString(job.key()));
        return entry.map(document -> new Pressed(document, press.press(document, journey)))
                .orElse(null);
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        if (prepared instanceof Pressed pressed) {
            awarded.attested(pressed.document(), pressed.pdf());
        }
        return Map.of();
    }
}
