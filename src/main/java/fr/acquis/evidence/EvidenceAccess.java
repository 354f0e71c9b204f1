package fr.acquis.evidence;

import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Optional;

/** Asked before a file is taken in; answered by the room that owns journeys. Without an answer, nobody may attach. */
public interface EvidenceAccess {

    /** Whose journey it is, when this person may attach to it now; empty when not, or when there is no such journey. */
    Optional<Owner> mayAttach(JourneyId journey, SignedIn person);

    /** Whether there is such a journey and this person may see it. */
    boolean sees(JourneyId journey, SignedIn person);

    record Owner(CertifyingBodyId certifyingBody, PersonId candidate) {}
}
