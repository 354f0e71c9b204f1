package fr.acquis.admissibility;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.DecisionDelay;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Appeal;
import fr.acquis.notification.LegalDate;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates of a case with the rule they come from and its source, in the words of the case's own règlement. */
@Component
public class LegalTexts {

    private final Regulations regulations;
    private final MessageSource messages;

    LegalTexts(Regulations regulations, MessageSource messages) {
        this.regulations = regulations;
        this.messages = messages;
    }

    /** The date by which the body decides. While the delay waits for pieces: the one counted from the request. */
    public LegalDate decision(Journey journey, Locale locale) {
        LegalClock clock = journey.clock();
        boolean fromFile = clock.basis() == DecisionDelay.Start.COMPLETE_FILE && clock.completedAt() != null;
        String key = "admissibility.rule."
                + (fromFile ? "from-file" : journey.countsFromPortal() ? "from-portal" : "from-request");
        return new LegalDate(
                clock.lastDay().orElseGet(clock::dueFromRequest),
                text(key, locale, words(clock.rule().delay(), locale)),
                regulation(journey).rule(RegulationParameters.DECISION_DELAY).source());
    }

    public Optional<LegalDate> validity(Journey journey, LocalDate decidedOn, Locale locale) {
        Regulation regulation = regulation(journey);
        Period validity = regulation.validity();
        return Optional.of(new LegalDate(
                decidedOn.plus(validity),
                text("admissibility.rule.validity", locale, words(validity, locale)),
                regulation.rule(RegulationParameters.ADMISSIBILITY_VALIDITY).source()));
    }

    /** Follows "Sans réponse de notre part à cette date," in letters and mails. */
    public String silence(Locale locale) {
        return text("admissibility.silence.then", locale);
    }

    /** What a request for completion does to this case's date. */
    public String effectOfCompletion(Journey journey, Locale locale) {
        LegalClock clock = journey.clock();
        if (clock.completedAt() != null) {
            return text("admissibility.completion.keeps", locale);
        }
        return clock.basis() == DecisionDelay.Start.COMPLETE_FILE
                ? text(
                        "admissibility.completion.moves",
                        locale,
                        words(clock.rule().delay(), locale))
                : text("admissibility.completion.keeps", locale);
    }

    /** Against a refusal of this day. */
    public Appeal appeal(Journey journey, LocalDate decidedOn) {
        var rule = regulation(journey).rule(RegulationParameters.APPEAL_DELAY);
        return new Appeal(rule.value(), rule.source(), decidedOn.plus(rule.value()), null);
    }

    public List<String> nextSteps(Locale locale) {
        return List.of(text("admissibility.next.support", locale), text("admissibility.next.livret2", locale));
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Two months, 15 days, 3 years: one unit, as règlements write it. */
    String words(Period period, Locale locale) {
        if (period.getYears() > 0 && period.getMonths() == 0 && period.getDays() == 0) {
            return text("admissibility.period.years", locale, period.getYears());
        }
        if (period.toTotalMonths() > 0 && period.getDays() == 0) {
            return text("admissibility.period.months", locale, period.toTotalMonths());
        }
        return text("admissibility.period.days", locale, period.getDays());
    }

    private Regulation regulation(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn());
    }
}
