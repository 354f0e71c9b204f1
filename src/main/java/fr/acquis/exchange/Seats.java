package fr.acquis.exchange;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who reads and writes about a case, and from where. Jurors and the CPNE, who see the case, have no seat here. */
@Component
public class Seats {

    private final Journeys journeys;
    private final CaseMembers members;
    private final CurrentPerson current;

    Seats(Journeys journeys, CaseMembers members, CurrentPerson current) {
        this.journeys = journeys;
        this.members = members;
        this.current = current;
    }

    public record Seat(Journey journey, SignedIn person, Side side) {}

    /**
     * The signed-in person's seat where that kind is written.
     *
     * @throws BusinessRefusal when they have none: it is not told apart from a case they do not see
     */
    public Seat mine(JourneyId id, Message.Kind kind) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        return side(journey, me)
                .filter(side -> kind == Message.Kind.MESSAGE || side.readsNotes())
                .map(side -> new Seat(journey, me, side))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "exchange.refused.unknown"));
    }

    /** Whoever is the candidate of a case has that seat only, whatever else they are. */
    public Optional<Side> side(Journey journey, SignedIn person) {
        if (journey.candidate().equals(person.id())) {
            return Optional.of(Side.CANDIDATE);
        }
        if (journey.handledBy(person)) {
            return Optional.of(Side.BODY);
        }
        return person.is(Role.ADVISER) && members.of(journey.id(), Role.ADVISER).contains(person.id())
                ? Optional.of(Side.ADVISER)
                : Optional.empty();
    }
}
