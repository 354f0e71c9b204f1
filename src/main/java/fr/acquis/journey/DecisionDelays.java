package fr.acquis.journey;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.store.JourneyCase;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The rule of the delay as the certification's règlement has it on a day. */
@Component
class DecisionDelays {

    private final Regulations regulations;

    DecisionDelays(Regulations regulations) {
        this.regulations = regulations;
    }

    DecisionDelay on(CertificationId certification, Instant instant) {
        return on(certification, instant.atZone(LegalClock.ZONE).toLocalDate());
    }

    /** The case's own: what was in force when it was submitted. */
    DecisionDelay of(JourneyCase journey) {
        return on(journey.certification(), journey.regulationOn());
    }

    private DecisionDelay on(CertificationId certification, LocalDate day) {
        var regulation = regulations.on(certification, day);
        return new DecisionDelay(
                regulation.decisionDelay(),
                regulation.completionRequestDelay(),
                DecisionDelay.Start.valueOf(regulation.clockStart().name()),
                regulation.escalationBefore());
    }
}
