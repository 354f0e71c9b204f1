package fr.acquis.jury;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The jury's dates, from the case's own règlement, reckoned in whole days of Paris. */
@Component
public class JuryDelays {

    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final Regulations regulations;
    private final Clock clock;

    JuryDelays(Regulations regulations, Clock clock) {
        this.regulations = regulations;
        this.clock = clock;
    }

    public Regulation of(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn());
    }

    LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }

    /** Until when a hearing must be planned for the candidate to know early enough; tomorrow when that has passed. */
    public Instant planningDue(Journey journey, Instant juryDue) {
        LocalDate latest = juryDue.atZone(LegalClock.ZONE)
                .toLocalDate()
                .minus(of(journey).value(RegulationParameters.JURY_ANNOUNCEMENT_BEFORE));
        return endOf(latest.isBefore(today()) ? today().plusDays(1) : latest);
    }

    public Instant assessmentDue(Journey journey) {
        return endOf(today().plus(of(journey).value(RegulationParameters.WORKPLACE_ASSESSMENT_DELAY)));
    }

    /** Until when the candidate must have the result. */
    public Instant resultDue(Journey journey, Instant deliberated) {
        return endOf(deliberated
                .atZone(LegalClock.ZONE)
                .toLocalDate()
                .plus(of(journey).value(RegulationParameters.RESULT_DELAY)));
    }

    /** When the CPNE, or the candidate, is expected to act; passing it closes nothing. */
    public Instant nextStepDue(Journey journey) {
        return endOf(today().plus(of(journey).value(RegulationParameters.NEXT_STEP_DELAY)));
    }

    /** Until when another jury must meet: the date there was, or a full delay from today when it has passed. */
    public Instant juryDueAgain(Journey journey, Instant before) {
        Instant afresh = endOf(today().plus(of(journey).value(RegulationParameters.JURY_DELAY)));
        return before.isAfter(clock.instant()) ? before : afresh;
    }

    /** As the engine may be told: never in the past of its clock. */
    public Instant nextCheck(Instant due) {
        Instant soonest = clock.instant().plus(SOONEST);
        return due.isBefore(soonest) ? soonest : due;
    }

    static long days(Period period, LocalDate end) {
        return ChronoUnit.DAYS.between(end.minus(period), end);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalClock.ZONE).toInstant();
    }
}
