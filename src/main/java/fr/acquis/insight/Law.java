package fr.acquis.insight;

import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import java.time.Period;

/** Delays the law or the règlement sets the certifier, and the parameter that holds each. */
public enum Law {
    /** Recevabilité, from the request to the decision. */
    DECISION("DECISION", RegulationParameters.DECISION_DELAY),
    /** The deposited file, from its arrival to its check. */
    CHECK("CHECK_FILE", RegulationParameters.LIVRET2_CHECK_DELAY),
    /** The jury, from the deposit of livret 2 to the deliberation. */
    JURY("JURY", RegulationParameters.JURY_DELAY),
    /** The result, from the deliberation to its notification. */
    RESULT("RESULT", RegulationParameters.RESULT_DELAY);

    private final String measure;
    private final RegulationParameter<Period> limit;

    Law(String measure, RegulationParameter<Period> limit) {
        this.measure = measure;
        this.limit = limit;
    }

    /** Under what its delays are counted. */
    public String measure() {
        return measure;
    }

    public RegulationParameter<Period> limit() {
        return limit;
    }

    public String messageKey() {
        return "insight.law." + name();
    }
}
