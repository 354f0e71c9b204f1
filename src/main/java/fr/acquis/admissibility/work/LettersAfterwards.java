package fr.acquis.admissibility.work;

import fr.acquis.admissibility.CaseLetters;
import fr.acquis.admissibility.CompletionRequested;
import fr.acquis.journey.JourneyEnded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Letters nobody waits for: written after the act that caused them, again if that failed, once in all. */
@Component
class LettersAfterwards {

    private final CaseLetters letters;

    LettersAfterwards(CaseLetters letters) {
        this.letters = letters;
    }

    @ApplicationModuleListener
    void on(CompletionRequested event) {
        letters.completion(event.journey(), event.number());
    }

    @ApplicationModuleListener
    void on(JourneyEnded event) {
        letters.ended(event.journey(), event.ending());
    }
}
