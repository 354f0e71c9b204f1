package fr.acquis.award;

import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A candidate attaches pieces while they may appeal and until the appeal is examined. */
@Component
class AppealPieces implements EvidenceAccess {

    private final Journeys journeys;
    private final Appeals appeals;

    AppealPieces(Journeys journeys, Appeals appeals) {
        this.journeys = journeys;
        this.appeals = appeals;
    }

    @Override
    public Optional<Owner> mayAttach(JourneyId id, SignedIn person) {
        return journeys.find(id)
                .filter(journey -> journey.candidate().equals(person.id()) && !journey.isOver())
                .filter(journey ->
                        appeals.open(journey).isPresent() || appeals.pending(id).isPresent())
                .map(journey -> new Owner(journey.certifyingBody(), journey.candidate()));
    }

    @Override
    public boolean sees(JourneyId id, SignedIn person) {
        return false;
    }
}
