package fr.acquis.admissibility;

import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Visibility;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A candidate attaches pieces while their livret 1 may be written. */
@Component
class AttachmentRights implements EvidenceAccess {

    private final Journeys journeys;
    private final Livret1s livrets;
    private final Visibility visibility;

    AttachmentRights(Journeys journeys, Livret1s livrets, Visibility visibility) {
        this.journeys = journeys;
        this.livrets = livrets;
        this.visibility = visibility;
    }

    @Override
    public Optional<Owner> mayAttach(JourneyId id, SignedIn person) {
        return journeys.find(id)
                .filter(journey -> journey.candidate().equals(person.id()) && livrets.mayWrite(journey))
                .map(journey -> new Owner(journey.certifyingBody(), journey.candidate()));
    }

    @Override
    public boolean sees(JourneyId id, SignedIn person) {
        return journeys.find(id)
                .filter(journey -> visibility.sees(journey.certifyingBody(), journey.candidate()))
                .isPresent();
    }
}
