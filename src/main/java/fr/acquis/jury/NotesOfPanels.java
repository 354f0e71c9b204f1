package fr.acquis.jury;

import fr.acquis.evidence.PanelNotes;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jurors read each other's notes on the pieces when they read each other's marks: not before these are closed. */
@Component
class NotesOfPanels implements PanelNotes {

    private final HearingRows hearings;
    private final JurySessionRows sessions;

    NotesOfPanels(HearingRows hearings, JurySessionRows sessions) {
        this.hearings = hearings;
        this.sessions = sessions;
    }

    @Override
    public boolean open(JourneyId journey, PersonId reader, PersonId author) {
        return hearings.of(journey).stream()
                .filter(Hearing::marksClosed)
                .map(this::panel)
                .anyMatch(panel -> panel.contains(reader) && panel.contains(author));
    }

    private Set<PersonId> panel(Hearing hearing) {
        return sessions.find(hearing.session()).orElseThrow().seats().stream()
                .map(Seat::person)
                .collect(Collectors.toUnmodifiableSet());
    }
}
