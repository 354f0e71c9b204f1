package fr.acquis.certification;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Règlement: the parameters in force for a certification on a day, complete: what its certifier did not settle has its
 * default. A running case keeps those of its own day: ask again with that day. {@link #rule} gives the source as well.
 */
public final class Regulation {

    private final CertificationId certification;
    private final LocalDate day;
    private final Map<RegulationParameter<?>, Rule<?>> own;

    public Regulation(CertificationId certification, LocalDate day, Map<RegulationParameter<?>, Rule<?>> own) {
        this.certification = certification;
        this.day = day;
        this.own = Map.copyOf(own);
    }

    public CertificationId certification() {
        return certification;
    }

    public LocalDate day() {
        return day;
    }

    public <T> Rule<T> rule(RegulationParameter<T> parameter) {
        Rule<?> settled = own.get(parameter);
        return settled == null
                ? parameter.equals(RegulationParameters.REGIME)
                        ? parameter.defaultRule()
                        : RegimeSources.byDefault(parameter, regime())
                : new Rule<>(
                        parameter,
                        parameter.type().cast(settled.value()),
                        settled.source(),
                        settled.confidence(),
                        settled.validFrom());
    }

    public <T> T value(RegulationParameter<T> parameter) {
        return rule(parameter).value();
    }

    /** Every rule, in the order of the trade. */
    public List<Rule<?>> rules() {
        return RegulationParameters.ALL.stream().<Rule<?>>map(this::rule).toList();
    }

    public Regime regime() {
        return value(RegulationParameters.REGIME);
    }

    public boolean vaeOpen() {
        return value(RegulationParameters.VAE_OPEN);
    }

    /** Empty when none are required. */
    public OptionalInt minimumHours() {
        return value(RegulationParameters.MINIMUM_HOURS).asInt();
    }

    public int applicationsPerCertificationAndYear() {
        return value(RegulationParameters.APPLICATIONS_PER_CERTIFICATION_AND_YEAR);
    }

    public int applicationsPerYear() {
        return value(RegulationParameters.APPLICATIONS_PER_YEAR);
    }

    public Period decisionDelay() {
        return value(RegulationParameters.DECISION_DELAY);
    }

    public ClockStart clockStart() {
        return value(RegulationParameters.CLOCK_START);
    }

    public Period completionRequestDelay() {
        return value(RegulationParameters.COMPLETION_REQUEST_DELAY);
    }

    public Period escalationBefore() {
        return value(RegulationParameters.ESCALATION_BEFORE);
    }

    public Period validity() {
        return value(RegulationParameters.ADMISSIBILITY_VALIDITY);
    }

    public List<String> prerequisites() {
        return value(RegulationParameters.PREREQUISITES).labels();
    }

    public List<RequiredPiece> requiredPieces() {
        return value(RegulationParameters.REQUIRED_PIECES).pieces();
    }
}
