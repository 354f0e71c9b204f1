package fr.acquis.admissibility;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision taken.
 *
 * @param decidedBy null when silence decided
 * @param validUntil last day the recevability may be used; null for a refusal, or where the règlement sets no end
 */
public record Decision(
        JourneyId journey,
        Outcome outcome,
        @Nullable PersonId decidedBy,
        Instant decidedAt,
        @Nullable LocalDate validUntil,
        @Nullable String comment,
        List<RefusalReason> reasons) {}
