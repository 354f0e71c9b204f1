package fr.acquis.journey;

import fr.acquis.certification.CertificationId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it.
 *
 * @param silenceAt from when silence is a decision; null for a draft, and while the delay waits for pieces
 */
public record JourneyLine(
        JourneyId id,
        String caseNumber,
        PersonId candidate,
        String candidateName,
        CertificationId certification,
        String certificationTitle,
        @Nullable String certificationNumber,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant silenceAt,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {}
