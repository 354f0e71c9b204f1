package fr.acquis.evidence;

import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Optional;

/**
 * Asked before a file is taken in; answered by each room in which a candidate attaches pieces to their journey. One that says
 * yes is enough; without an answer, nobody may attach.
 */
public interface EvidenceAccess {

    /** Whose journey it is, when this person may attach to it now; empty when not, or when there is no such journey. */
    Optional<Owner> mayAttach(JourneyId journey, SignedIn person);

    /** Whether there is such a journey and this person may see it; only the room that knows who sees a case says yes. */
    default boolean sees(JourneyId journey, SignedIn person) {
        return false;
    }

    /**
     * As what this person, who neither owns nor examines the piece, was handed it: by the candidate who shares it, or with what
     * was deposited. Empty when not.
     */
    default Optional<Sight> handed(JourneyId journey, EvidenceId evidence, SignedIn person) {
        return Optional.empty();
    }

    record Owner(CertifyingBodyId certifyingBody, PersonId candidate) {}
}
