package fr.acquis.award;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clôture: the certifying body ended the case, for reasons it says. */
public record Closing(JourneyId journey, PersonId closedBy, Instant closedAt, List<Reason> reasons) {

    public Closing {
        reasons = List.copyOf(reasons);
    }

    /** @param advice what would help; null when there is none */
    public record Reason(
            String criterion, String reason, @Nullable String advice) {}
}
