package fr.acquis.admissibility;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.DecisionDelay;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.shell.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The legal date of a case, explained: where it starts, by which rule and text, and what moved it. */
@Component
public class LegalSteps {

    private final Regulations regulations;
    private final PortalFilings filings;
    private final LegalTexts texts;
    private final Dates dates;
    private final Clock clock;

    LegalSteps(Regulations regulations, PortalFilings filings, LegalTexts texts, Dates dates, Clock clock) {
        this.regulations = regulations;
        this.filings = filings;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * @param fromRequest last day counted from the receipt of the request
     * @param fromFile last day counted from the complete file; null while pieces are awaited
     * @param lastDay the one that binds by this case's regime; null while it waits for pieces
     * @param daysLeft null when there is no last day
     */
    public record Reckoning(
            LocalDate fromRequest,
            @Nullable LocalDate fromFile,
            @Nullable LocalDate lastDay,
            @Nullable Long daysLeft,
            boolean countsFromFile,
            List<Step> steps) {}

    /** @param source the text it stands on; null for a fact of the case */
    public record Step(String text, @Nullable String source) {}

    public Reckoning of(Journey journey, Locale locale) {
        LegalClock legal = journey.clock();
        return new Reckoning(
                legal.dueFromRequest(),
                legal.dueFromCompleteFile().orElse(null),
                legal.lastDay().orElse(null),
                legal.daysLeft(clock.instant()).orElse(null),
                legal.basis() == DecisionDelay.Start.COMPLETE_FILE,
                steps(journey, locale));
    }

    private List<Step> steps(Journey journey, Locale locale) {
        LegalClock legal = journey.clock();
        Regulation regulation = regulations.on(journey.certification(), journey.regulationOn());
        List<Step> steps = new ArrayList<>();
        start(journey, regulation, locale, steps);
        steps.add(new Step(
                say("regulation." + regulation.regime(), locale, dates.day(journey.regulationOn())),
                regulation.rule(RegulationParameters.REGIME).source()));
        steps.add(new Step(
                say("delay", locale, texts.words(legal.rule().delay(), locale), dates.day(legal.dueFromRequest())),
                regulation.rule(RegulationParameters.DECISION_DELAY).source()));
        completion(legal, regulation, locale, steps);
        steps.add(new Step(say("month-end", locale), say("month-end.source", locale)));
        steps.add(new Step(say("no-extension", locale), say("no-extension.source", locale)));
        legal.lastDay()
                .ifPresent(last -> steps.add(new Step(
                        say("silence", locale, dates.day(last)),
                        regulation.rule(RegulationParameters.DECISION_DELAY).source())));
        return List.copyOf(steps);
    }

    /** Where the count begins: the request here, the filing on the portal once it is proved, or an appeal that was upheld. */
    private void start(Journey journey, Regulation regulation, Locale locale, List<Step> steps) {
        if (filings.concerns(journey)) {
            String source = regulation.rule(RegulationParameters.REGIME).source();
            filings.standing(journey)
                    .ifPresentOrElse(
                            filing -> steps.add(new Step(
                                    say("portal", locale, dates.day(filing.filedOn()), day(filing.recordedAt())),
                                    source)),
                            () -> steps.add(new Step(unproved(journey, locale), source)));
            return;
        }
        if (journey.countsFromPortal()) {
            steps.add(fact("portal-day", locale, dates.day(journey.portalFiledOn())));
            return;
        }
        LegalClock legal = journey.clock();
        boolean again = !legal.receivedAt().equals(journey.submittedAt());
        steps.add(fact(again ? "again" : "received", locale, day(legal.receivedAt())));
    }

    private String unproved(Journey journey, Locale locale) {
        LocalDate declared = filings.declared(journey).filedOn();
        String received = day(journey.submittedAt());
        return declared == null
                ? say("portal-unsaid", locale, received)
                : say("portal-declared", locale, received, dates.day(declared));
    }

    private void completion(LegalClock legal, Regulation regulation, Locale locale, List<Step> steps) {
        if (legal.completionRequestedAt() == null) {
            return;
        }
        String within = texts.words(legal.rule().completionWithin(), locale);
        String source =
                regulation.rule(RegulationParameters.COMPLETION_REQUEST_DELAY).source();
        steps.add(new Step(
                say(
                        legal.completionCounts() ? "asked-in-time" : "asked-late",
                        locale,
                        day(legal.completionRequestedAt()),
                        within),
                source));
        if (legal.basis() == DecisionDelay.Start.REQUEST) {
            if (legal.completionCounts()) {
                steps.add(new Step(
                        say("keeps", locale),
                        regulation.rule(RegulationParameters.CLOCK_START).source()));
            }
            return;
        }
        String basis = regulation.rule(RegulationParameters.CLOCK_START).source();
        steps.add(
                legal.completedAt() == null
                        ? new Step(say("waits", locale), basis)
                        : new Step(
                                say(
                                        "moved",
                                        locale,
                                        day(legal.completeAt().orElseThrow()),
                                        dates.day(legal.dueFromCompleteFile().orElseThrow())),
                                basis));
        steps.add(new Step(say("second", locale), source));
    }

    private Step fact(String key, Locale locale, Object... values) {
        return new Step(say(key, locale, values), null);
    }

    private String say(String key, Locale locale, Object... values) {
        return texts.text("admissibility.why." + key, locale, values);
    }

    private String day(Instant instant) {
        return dates.day(dates.day(instant));
    }
}
