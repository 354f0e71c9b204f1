package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.PortalFiling;
import fr.acquis.admissibility.PortalFilings;
import fr.acquis.journey.Journey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the body's people see of the legal filing on the pages of a case.
 *
 * @param declared what the candidate says of it
 * @param standing null while nobody recorded it
 */
record PortalPanel(
        Journey journey,
        Livret1.PortalFiling declared,
        @Nullable PortalFiling standing) {

    static Optional<PortalPanel> of(Journey journey, PortalFilings filings) {
        return filings.concerns(journey)
                ? Optional.of(new PortalPanel(
                        journey,
                        filings.declared(journey),
                        filings.standing(journey).orElse(null)))
                : Optional.empty();
    }
}
