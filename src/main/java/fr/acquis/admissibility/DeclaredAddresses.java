package fr.acquis.admissibility;

import fr.acquis.notification.CandidateAddresses;
import fr.acquis.notification.PostalAddress;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The address livret 1 declares, for every letter of the case. */
@Component
class DeclaredAddresses implements CandidateAddresses {

    private final Livret1s livrets;

    DeclaredAddresses(Livret1s livrets) {
        this.livrets = livrets;
    }

    @Override
    public Optional<PostalAddress> of(JourneyId journey) {
        return Optional.ofNullable(CaseReferences.address(livrets.held(journey).contact()));
    }
}
