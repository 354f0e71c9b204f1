package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A candidate attaches pieces while their livret 2 may be written. */
@Component
class AttachingProofs implements EvidenceAccess {

    private final Journeys journeys;
    private final Writing writing;

    AttachingProofs(Journeys journeys, Writing writing) {
        this.journeys = journeys;
        this.writing = writing;
    }

    @Override
    public Optional<Owner> mayAttach(JourneyId id, SignedIn person) {
        return journeys.find(id)
                .filter(journey -> journey.candidate().equals(person.id()) && writing.mayWrite(journey))
                .map(journey -> new Owner(journey.certifyingBody(), journey.candidate()));
    }

    @Override
    public boolean sees(JourneyId id, SignedIn person) {
        return false;
    }
}
