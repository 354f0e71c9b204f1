package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Prorogation;
import fr.acquis.admissibility.Prorogations;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stays the candidate's to say once the request is filed: what is shared, and how long it is kept. */
@Component
class CandidatePart implements CasePart {

    private final Prorogations prorogations;

    CandidatePart(Prorogations prorogations) {
        this.prorogations = prorogations;
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        boolean own = journey.candidate().equals(reader.id());
        List<Panel> panels = new ArrayList<>();
        if ((own || journey.handledBy(reader)) && !journey.isOver()) {
            prorogations
                    .validUntil(journey.id())
                    .ifPresent(until -> panels.add(
                            new Panel(21, "admissibility/prorogation-panel", validity(journey, until, own))));
        }
        if (own && !journey.isDraft()) {
            panels.add(new Panel(80, "admissibility/consents-panel", journey));
        }
        return panels;
    }

    private Validity validity(Journey journey, LocalDate until, boolean own) {
        boolean pending = prorogations.of(journey.id()).stream().anyMatch(Prorogation::pending);
        return new Validity(journey, until, pending, own);
    }

    /** @param pending whether more time is asked for and not answered */
    record Validity(Journey journey, LocalDate until, boolean pending, boolean own) {}
}
