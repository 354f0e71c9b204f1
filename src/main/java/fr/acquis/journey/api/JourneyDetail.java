package fr.acquis.journey.api;

import fr.acquis.journey.DecisionDelay;
import fr.acquis.journey.JourneyState;
import fr.acquis.journey.LegalClock;
import fr.acquis.platform.api.Moments;
import fr.acquis.shell.Step;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case: where it stands, what is asked of the reader, by when.
 *
 * @param legalDates null for a draft
 * @param attempt 1, and one more after each training plan; null for an adviser the candidate has not let know results
 * @param stages of the way from the draft on, in the reader's language
 * @param nextAction what the reader is asked to do; null when nothing
 * @param warnings what an agent will have to weigh; none of them stops the case
 */
record JourneyDetail(
        UUID id,
        String caseNumber,
        JourneyState state,
        JourneySummary.Named candidate,
        JourneySummary.Aimed certification,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable LegalDates legalDates,
        @Nullable OffsetDateTime decidedAt,
        @Nullable Integer attempt,
        @Nullable OffsetDateTime pausedAt,
        @Nullable OffsetDateTime endedAt,
        List<Stage> stages,
        @Nullable Action nextAction,
        List<Warning> warnings) {

    /**
     * @param countsFrom what the delay counts from for this case
     * @param delay ISO 8601
     * @param lastDay to decide; null while the delay waits for the candidate's pieces
     * @param silenceAt from when silence is acceptance
     */
    record LegalDates(
            DecisionDelay.Start countsFrom,
            String delay,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime completionRequestedAt,
            @Nullable OffsetDateTime completedAt,
            @Nullable LocalDate lastDay,
            @Nullable OffsetDateTime silenceAt) {

        static @Nullable LegalDates of(@Nullable LegalClock clock) {
            return clock == null
                    ? null
                    : new LegalDates(
                            clock.basis(),
                            clock.rule().delay().toString(),
                            Moments.of(clock.receivedAt()),
                            Moments.of(clock.completionRequestedAt()),
                            Moments.of(clock.completedAt()),
                            clock.lastDay().orElse(null),
                            clock.silenceAt().map(Moments::of).orElse(null));
        }
    }

    record Stage(
            Step.State state,
            String title,
            @Nullable String detail,
            @Nullable String note) {

        static Stage of(Step step) {
            return new Stage(step.state(), step.title(), step.detail(), step.note());
        }
    }

    record Action(String title, String explanation) {}

    record Warning(Code code, String detail) {

        enum Code {
            FILING_LIMIT,
            NOT_OPEN,
            RENEWED
        }
    }
}
