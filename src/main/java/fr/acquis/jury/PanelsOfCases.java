package fr.acquis.jury;

import fr.acquis.award.DecisionMakers;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whoever sat in a hearing of the case, in whatever attempt. */
@Component
class PanelsOfCases implements DecisionMakers {

    private final HearingRows hearings;
    private final JurySessionRows sessions;

    PanelsOfCases(HearingRows hearings, JurySessionRows sessions) {
        this.hearings = hearings;
        this.sessions = sessions;
    }

    @Override
    public Set<PersonId> of(JourneyId journey) {
        return hearings.of(journey).stream()
                .filter(hearing -> hearing.deliberation() != null)
                .flatMap(hearing -> sessions.find(hearing.session()).orElseThrow().seats().stream())
                .map(Seat::person)
                .collect(Collectors.toUnmodifiableSet());
    }
}
