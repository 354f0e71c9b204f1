package fr.acquis.jury.work;

import fr.acquis.journey.JourneyEnded;
import fr.acquis.jury.Hearings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A case that is over leaves the order of passage. */
@Component
class EndedCases {

    private final Hearings hearings;

    EndedCases(Hearings hearings) {
        this.hearings = hearings;
    }

    @ApplicationModuleListener
    void on(JourneyEnded event) {
        hearings.withdraw(event.journey());
    }
}
