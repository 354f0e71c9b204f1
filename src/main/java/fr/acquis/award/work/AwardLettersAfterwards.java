package fr.acquis.award.work;

import fr.acquis.award.AppealExamined;
import fr.acquis.award.AwardLetters;
import fr.acquis.journey.JourneyEnded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Letters nobody waits for: written after the act that caused them, again if that failed, once in all. */
@Component
class AwardLettersAfterwards {

    private final AwardLetters letters;

    AwardLettersAfterwards(AwardLetters letters) {
        this.letters = letters;
    }

    @ApplicationModuleListener
    void on(JourneyEnded event) {
        switch (event.ending()) {
            case STOPPED -> letters.stopped(event.journey());
            case CLOSED -> letters.closed(event.journey());
            case CERTIFIED, REFUSED, APPEAL_DISMISSED, ABANDONED -> {}
        }
    }

    @ApplicationModuleListener
    void on(AppealExamined event) {
        letters.examined(event.journey(), event.number());
    }
}
