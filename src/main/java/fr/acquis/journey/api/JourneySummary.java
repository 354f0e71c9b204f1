package fr.acquis.journey.api;

import fr.acquis.journey.JourneyLine;
import fr.acquis.journey.JourneyState;
import fr.acquis.journey.LegalClock;
import fr.acquis.platform.api.Moments;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it.
 *
 * @param lastDay the last day to decide; null for a draft, and while the delay waits for pieces
 */
record JourneySummary(
        UUID id,
        String caseNumber,
        JourneyState state,
        Named candidate,
        Aimed certification,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable LocalDate lastDay,
        @Nullable OffsetDateTime decidedAt,
        @Nullable OffsetDateTime endedAt) {

    record Named(UUID id, String name) {}

    record Aimed(UUID id, @Nullable String number, String title) {}

    static JourneySummary of(JourneyLine line) {
        return new JourneySummary(
                line.id().value(),
                line.caseNumber(),
                JourneyState.of(line.submittedAt(), line.decidedAt(), line.refused(), line.ending()),
                new Named(line.candidate().value(), line.candidateName()),
                new Aimed(line.certification().value(), line.certificationNumber(), line.certificationTitle()),
                Moments.of(line.createdAt()),
                Moments.of(line.submittedAt()),
                // Silence decides from the start of the day after the last one.
                line.silenceAt() == null
                        ? null
                        : line.silenceAt().atZone(LegalClock.ZONE).toLocalDate().minusDays(1),
                Moments.of(line.decidedAt()),
                Moments.of(line.endedAt()));
    }
}
