package fr.acquis.jury;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Grille: what one juror saw.
 *
 * @param skills by the skill's id
 * @param blocks by the bloc's code
 */
public record Grid(Map<String, SkillMark> skills, Map<String, BlockMark> blocks) {

    public static final Grid EMPTY = new Grid(Map.of(), Map.of());

    public Grid {
        skills = Map.copyOf(skills);
        blocks = Map.copyOf(blocks);
    }

    public enum Level {
        NOT_SHOWN,
        PARTLY,
        SHOWN
    }

    public record SkillMark(@Nullable Level level, String comment) {}

    /**
     * @param percent a mark out of a hundred; null when the juror says yes or no instead
     * @param yes null when a mark says it
     */
    public record BlockMark(
            @Nullable Integer percent, @Nullable Boolean yes, String comment) {

        public boolean given() {
            return percent != null || yes != null;
        }

        /** Whether the juror holds the bloc shown: their word, else their mark against the règlement's threshold. */
        public boolean shown(int threshold) {
            return yes != null ? yes : percent != null && percent >= threshold;
        }
    }

    public SkillMark skill(Skill skill) {
        return skills.getOrDefault(skill.id().toString(), new SkillMark(null, ""));
    }

    public BlockMark block(SkillBlock block) {
        return blocks.getOrDefault(block.code().value(), new BlockMark(null, null, ""));
    }

    /** Codes of skills and blocs still without a mark: a grid is handed in whole. */
    public List<String> gaps(List<SkillBlock> examined) {
        List<String> gaps = new ArrayList<>();
        for (SkillBlock block : examined) {
            block.skills().stream()
                    .filter(skill -> skill(skill).level() == null)
                    .forEach(skill -> gaps.add(skill.code()));
            if (!block(block).given()) {
                gaps.add(block.code().value());
            }
        }
        return gaps;
    }
}
