package fr.acquis.award;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Set;

/** Answered by each room that decides on a case: those people do not examine the appeal against it. */
public interface DecisionMakers {

    Set<PersonId> of(JourneyId journey);
}
