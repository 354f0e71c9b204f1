package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.admissibility.store.ProposalRows;
import fr.acquis.award.DecisionMakers;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who took part in a decision on recevabilité, in whatever round: proposed it, confirmed it, or sent it back. */
@Component
class DecisionAuthors implements DecisionMakers {

    private final DecisionRows decisions;
    private final ProposalRows proposals;

    DecisionAuthors(DecisionRows decisions, ProposalRows proposals) {
        this.decisions = decisions;
        this.proposals = proposals;
    }

    @Override
    public Set<PersonId> of(JourneyId journey) {
        return Stream.concat(
                        decisions.decidedBy(journey).stream(),
                        proposals.of(journey).stream().flatMap(one -> Stream.of(one.proposedBy(), one.settledBy())))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
