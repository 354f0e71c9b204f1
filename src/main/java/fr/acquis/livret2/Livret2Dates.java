package fr.acquis.livret2;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.LegalDate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates of livret 2 in the case's own règlement, with the rule and the source of each. */
@Component
class Livret2Dates {

    private final Regulations regulations;
    private final MessageSource messages;
    private final Clock clock;

    Livret2Dates(Regulations regulations, MessageSource messages, Clock clock) {
        this.regulations = regulations;
        this.messages = messages;
        this.clock = clock;
    }

    /** When the candidate is asked how it goes; nothing closes then. */
    Instant writeBy(Journey journey) {
        return endOf(today().plus(value(journey, RegulationParameters.LIVRET2_DELAY)));
    }

    LocalDate reviewBy(Journey journey) {
        return today().plus(value(journey, RegulationParameters.LIVRET2_REVIEW_DELAY));
    }

    LocalDate completeBy(Journey journey) {
        return today().plus(value(journey, RegulationParameters.LIVRET2_COMPLETION_DELAY));
    }

    LegalDate check(Journey journey, Instant depositedAt, Locale locale) {
        return legal(
                journey,
                RegulationParameters.LIVRET2_CHECK_DELAY,
                checkBy(journey, depositedAt),
                "livret2.rule.check",
                locale);
    }

    LegalDate jury(Journey journey, Instant firstDepositedAt, Locale locale) {
        return legal(
                journey,
                RegulationParameters.JURY_DELAY,
                juryBy(journey, firstDepositedAt),
                "livret2.rule.jury",
                locale);
    }

    LocalDate checkBy(Journey journey, Instant depositedAt) {
        return day(depositedAt).plus(value(journey, RegulationParameters.LIVRET2_CHECK_DELAY));
    }

    /** The last day of the month the delay leads to: "avant la fin du troisième mois"; a delay in days ends on its day. */
    LocalDate juryBy(Journey journey, Instant firstDepositedAt) {
        return juryBy(day(firstDepositedAt), value(journey, RegulationParameters.JURY_DELAY));
    }

    static LocalDate juryBy(LocalDate firstDeposit, Period delay) {
        LocalDate reached = firstDeposit.plus(delay);
        return delay.getDays() == 0 ? reached.with(TemporalAdjusters.lastDayOfMonth()) : reached;
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalClock.ZONE).minusSeconds(1).toInstant();
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }

    private LegalDate legal(
            Journey journey, RegulationParameter<Period> parameter, LocalDate date, String key, Locale locale) {
        return new LegalDate(
                date,
                messages.getMessage(key, new Object[] {words(value(journey, parameter), locale)}, locale),
                regulation(journey).rule(parameter).source());
    }

    private String words(Period period, Locale locale) {
        boolean months = period.getDays() == 0;
        return messages.getMessage(
                months ? "livret2.period.months" : "livret2.period.days",
                new Object[] {months ? period.toTotalMonths() : period.getDays()},
                locale);
    }

    private Period value(Journey journey, RegulationParameter<Period> parameter) {
        return regulation(journey).value(parameter);
    }

    Regulation regulation(Journey journey) {
        return regulations.on(
                journey.certification(), journey.regulationOn() == null ? today() : journey.regulationOn());
    }

    private LocalDate today() {
        return day(clock.instant());
    }
}
