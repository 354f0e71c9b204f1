package fr.acquis.journey;

import fr.acquis.certification.CertificationId;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as other rooms may know it.
 *
 * @param caseNumber what people say on the phone, for instance {@code VAE-2026-00042}
 * @param regulationOn the day whose règlement is this case's own; null for a draft
 * @param clock the legal delay; null for a draft
 */
public record Journey(
        JourneyId id,
        String caseNumber,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        CertificationId certification,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate regulationOn,
        @Nullable LegalClock clock,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {

    public boolean isDraft() {
        return submittedAt == null && endedAt == null;
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** Whether the certifier still owes a decision on recevabilité. */
    public boolean awaitsDecision() {
        return submittedAt != null && decidedAt == null && endedAt == null;
    }
}
