package fr.acquis.journey;

import java.time.Period;

/**
 * The certification's rule for the decision on recevabilité.
 *
 * @param delay time the certifier has before silence decides (two months by default, code du travail L6412-2)
 * @param completionWithin time to ask for all missing pieces; a later request does not move the date (15 days by default)
 * @param start what the delay counts from
 * @param warnBefore how long before the last day the manager is warned (15 days by default)
 */
public record DecisionDelay(Period delay, Period completionWithin, Start start, Period warnBefore) {

    public enum Start {
        /** The receipt of the request. */
        REQUEST,
        /** The receipt of the complete file, when completion was asked for in time. */
        COMPLETE_FILE
    }
}
