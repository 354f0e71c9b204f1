package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.award.DecisionMakers;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who decided on recevabilité, in whatever round. */
@Component
class DecisionAuthors implements DecisionMakers {

    private final DecisionRows decisions;

    DecisionAuthors(DecisionRows decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<PersonId> of(JourneyId journey) {
        return Set.copyOf(decisions.decidedBy(journey));
    }
}
