package fr.acquis.insight;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.ModelStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a list shows it.
 *
 * @param step where it stands; null in lists that are not of steps
 * @param law which date of the law; null in other lists
 * @param due the date this list is about; null where there is none
 * @param since since when it stands there; null where our tables do not say
 * @param reasonKey why it is stopped, a message key; null when it is not
 */
public record CaseLine(
        JourneyId journey,
        String caseNumber,
        String candidate,
        String certification,
        Condition condition,
        @Nullable ModelStep step,
        @Nullable Law law,
        @Nullable Instant due,
        @Nullable Instant since,
        @Nullable String reasonKey,
        String cursor) {}
