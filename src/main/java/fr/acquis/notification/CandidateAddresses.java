package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import java.util.Optional;

/** Answered by the room that holds the candidate's postal address: where a letter goes whose writer does not know it. */
public interface CandidateAddresses {

    /** Empty when it is not complete. */
    Optional<PostalAddress> of(JourneyId journey);
}
