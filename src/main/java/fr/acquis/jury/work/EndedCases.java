package fr.acquis.jury.work;

import fr.acquis.journey.JourneyEnded;
import fr.acquis.jury.JuryHearings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A case that is over leaves the order of passage. */
@Component
class EndedCases {

    private final JuryHearings hearings;

    EndedCases(JuryHearings hearings) {
        this.hearings = hearings;
    }

    @ApplicationModuleListener
    void on(JourneyEnded event) {
        hearings.withdraw(event.journey());
    }
}
