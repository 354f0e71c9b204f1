package fr.acquis.certification;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The texts behind the defaults differ by regime: those of a parameter are the portal's (code du travail as it stands); off
 * the portal the former articles of the code de l'éducation go on to apply (NOTA under R6412-1).
 */
final class RegimeSources {

    private static final String FORMER =
            "Code de l’éducation, articles R335-7 et suivants, applicables hors du portail";

    private static final Map<String, String> OFF_THE_PORTAL = Map.ofEntries(
            entry(
                    "applications-per-certification-and-year",
                    FORMER + " ; même limite au code du travail, article R6412-3"),
            entry("applications-per-year", FORMER + " ; même limite au code du travail, article R6412-3"),
            entry(
                    "decision-delay",
                    "Code du travail, article L6412-2 : deux mois, le silence vaut recevabilité ; hors du portail, code de"
                            + " l’éducation, articles R335-7 et suivants"),
            entry("jury-delay", FORMER + " ; repère du code du travail, article R6412-5, à défaut d’accord de branche"),
            entry(
                    "livret2-check-delay",
                    FORMER + " ; repère du code du travail, article R6412-5, à défaut d’accord de branche"),
            entry("jury-members", FORMER + " ; accords de branche"));

    private RegimeSources() {}

    static <T> Rule<T> byDefault(RegulationParameter<T> parameter, Regime regime) {
        Rule<T> rule = parameter.defaultRule();
        String former = regime == Regime.HORS_PORTAIL ? OFF_THE_PORTAL.get(parameter.name()) : null;
        return former == null ? rule : new Rule<>(parameter, rule.value(), former, rule.confidence(), rule.validFrom());
    }
}
