package fr.acquis.admissibility;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal filing on the State's portal as somebody of the body recorded it.
 *
 * @param number from 1 in the case: a correction is another recording, the last one stands
 * @param reference the file's number on the portal
 * @param proof the piece of the case that shows the day
 * @param lastDayBefore to decide, as it was counted before; null while the delay waited for pieces
 * @param lastDay as it was counted from the recorded day
 */
public record PortalFiling(
        int number,
        LocalDate filedOn,
        @Nullable String reference,
        EvidenceId proof,
        PersonId recordedBy,
        Instant recordedAt,
        @Nullable LocalDate lastDayBefore,
        @Nullable LocalDate lastDay) {}
