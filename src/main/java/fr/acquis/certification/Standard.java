package fr.acquis.certification;

import java.util.List;
import java.util.Optional;

/**
 * Référentiel: the activities of the trade and the blocs of skills to show. Empty where only the register's line is known.
 *
 * @param activities in the order of the document
 * @param blocks in the order of the document
 */
public record Standard(List<String> activities, List<SkillBlock> blocks) {

    public static final Standard UNKNOWN = new Standard(List.of(), List.of());

    public Standard {
        activities = List.copyOf(activities);
        blocks = List.copyOf(blocks);
    }

    public boolean known() {
        return !blocks.isEmpty();
    }

    public Optional<SkillBlock> block(SkillBlockCode code) {
        return blocks.stream().filter(block -> block.code().equals(code)).findFirst();
    }

    public Optional<Skill> skill(SkillId id) {
        return blocks.stream()
                .flatMap(block -> block.skills().stream())
                .filter(skill -> skill.id().equals(id))
                .findFirst();
    }
}
