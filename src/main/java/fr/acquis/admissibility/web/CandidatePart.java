package fr.acquis.admissibility.web;

import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stays the candidate's to say once the request is filed. */
@Component
class CandidatePart implements CasePart {

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        return journey.candidate().equals(reader.id()) && !journey.isDraft()
                ? List.of(new Panel(80, "admissibility/consents-panel", journey))
                : List.of();
    }
}
