package fr.acquis.evidence;

import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every room that knows about attaching; one that says yes is enough. */
@Component
public class AskedRooms {

    private final ObjectProvider<EvidenceAccess> rooms;

    AskedRooms(ObjectProvider<EvidenceAccess> rooms) {
        this.rooms = rooms;
    }

    /** Whose journey it is, when this person may attach to it now. */
    public Optional<Owner> mayAttach(JourneyId journey, SignedIn person) {
        return rooms.stream()
                .flatMap(room -> room.mayAttach(journey, person).stream())
                .findFirst();
    }

    public boolean sees(JourneyId journey, SignedIn person) {
        return rooms.stream().anyMatch(room -> room.sees(journey, person));
    }

    /** As what the person was handed a piece of somebody else's case. */
    public Optional<Sight> handed(JourneyId journey, EvidenceId evidence, SignedIn person) {
        return rooms.stream()
                .flatMap(room -> room.handed(journey, evidence, person).stream())
                .findFirst();
    }
}
