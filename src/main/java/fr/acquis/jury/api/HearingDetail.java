package fr.acquis.jury.api;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.jury.Declaration;
import fr.acquis.jury.Grid;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One candidate before the jury, as a juror reads it.
 *
 * @param evaluation null before the juror declared to have no link with the candidate
 */
record HearingDetail(
        UUID id,
        UUID journey,
        String caseNumber,
        String candidate,
        OffsetDateTime hour,
        int attempt,
        Declaration declaration,
        boolean presides,
        @Nullable OffsetDateTime marksClosedAt,
        @Nullable OwnEvaluation evaluation) {

    /**
     * @param threshold the mark from which a bloc counts as shown
     * @param gaps codes of skills and blocs still without a mark
     * @param file where the deposited file is read; null while there is none
     * @param atWork results of the assessment at work by the skill's id; null when there is none
     */
    record OwnEvaluation(
            int threshold,
            List<ExaminedBlock> blocks,
            GridWords grid,
            List<String> gaps,
            boolean handedIn,
            @Nullable OffsetDateTime savedAt,
            int seats,
            int seatsHandedIn,
            @Nullable String file,
            @Nullable Map<String, Grid.Level> atWork) {}

    record ExaminedBlock(String code, String title, List<ExaminedSkill> skills) {

        static ExaminedBlock of(SkillBlock block) {
            return new ExaminedBlock(
                    block.code().value(),
                    block.title(),
                    block.skills().stream().map(ExaminedSkill::of).toList());
        }
    }

    record ExaminedSkill(UUID id, String code, String statement, List<String> criteria) {

        static ExaminedSkill of(Skill skill) {
            return new ExaminedSkill(skill.id().value(), skill.code(), skill.statement(), skill.criteria());
        }
    }

    /**
     * A grid as it is kept.
     *
     * @param skills by the skill's id
     * @param blocks by the bloc's code
     */
    record GridWords(Map<String, Grid.SkillMark> skills, Map<String, Grid.BlockMark> blocks) {

        static GridWords of(Grid grid) {
            return new GridWords(grid.skills(), grid.blocks());
        }
    }

    /** A session the juror sits in. */
    record SittingSummary(
            UUID session, String title, OffsetDateTime startsAt, boolean presides, List<Heard> hearings) {}

    record Heard(UUID id, UUID journey, String candidate, OffsetDateTime hour, Declaration declaration) {}
}
