package fr.acquis.jury.api;

import fr.acquis.jury.BlockDecision;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.Outcome;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the president decides on: the marks of all, bloc by bloc, once they are closed.
 *
 * @param asked whether the deliberation is expected now
 * @param blocks empty of marks before they are closed
 * @param missing jurors whose marks are not among them
 * @param closed null before the deliberation is closed
 */
record DeliberationDetail(
        UUID hearing,
        UUID journey,
        String caseNumber,
        String candidate,
        int threshold,
        boolean asked,
        @Nullable OffsetDateTime marksClosedAt,
        List<BlockMarks> blocks,
        List<String> missing,
        @Nullable ClosedDeliberation closed,
        @Nullable OffsetDateTime signedAt) {

    record BlockMarks(String code, String title, List<JurorMark> marks, List<SkillMarks> skills) {}

    record JurorMark(
            String juror,
            @Nullable Integer percent,
            @Nullable Boolean yes,
            boolean shown,
            String comment) {}

    record SkillMarks(String code, List<Grid.SkillMark> marks) {}

    /** @param due until when the candidate must have the result */
    record ClosedDeliberation(
            Outcome outcome,
            List<DecidedBlock> decisions,
            @Nullable String observations,
            OffsetDateTime closedAt,
            OffsetDateTime due) {

        static ClosedDeliberation of(Hearing.Deliberation deliberation) {
            return new ClosedDeliberation(
                    deliberation.outcome(),
                    deliberation.decisions().stream().map(DecidedBlock::of).toList(),
                    deliberation.observations(),
                    Moments.of(deliberation.closedAt()),
                    Moments.of(deliberation.due()));
        }
    }

    record DecidedBlock(String block, boolean obtained, int votesFor, int votesAgainst, String reasons) {

        static DecidedBlock of(BlockDecision decision) {
            return new DecidedBlock(
                    decision.block(),
                    decision.obtained(),
                    decision.votesFor(),
                    decision.votesAgainst(),
                    decision.reasons());
        }
    }
}
