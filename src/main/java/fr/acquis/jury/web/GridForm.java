package fr.acquis.jury.web;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Grid.BlockMark;
import fr.acquis.jury.Grid.Level;
import fr.acquis.jury.Grid.SkillMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grid as it was typed: fields are named after the skill or the bloc they are about. */
record GridForm(Grid grid, List<String> wrong) {

    private static final int LONGEST_COMMENT = 4000;

    /** @return what can be kept, and the codes whose mark is no mark from 0 to 100 */
    static GridForm of(Map<String, String> typed, List<SkillBlock> examined) {
        Map<String, SkillMark> skills = new HashMap<>();
        Map<String, BlockMark> blocks = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (SkillBlock block : examined) {
            String code = block.code().value();
            for (Skill skill : block.skills()) {
                String id = skill.id().toString();
                skills.put(id, new SkillMark(level(typed.get("level-" + id)), comment(typed.get("comment-" + id))));
            }
            blocks.put(
                    code,
                    new BlockMark(
                            percent(typed.get("percent-" + code), code, wrong),
                            yes(typed.get("shown-" + code)),
                            comment(typed.get("comment-" + code))));
        }
        return new GridForm(new Grid(skills, blocks), wrong);
    }

    static @Nullable Level level(@Nullable String typed) {
        for (Level level : Level.values()) {
            if (level.name().equals(typed)) {
                return level;
            }
        }
        return null;
    }

    private static @Nullable Boolean yes(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Boolean.valueOf(typed);
    }

    private static @Nullable Integer percent(@Nullable String typed, String code, List<String> wrong) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.strip().matches("\\d{1,3}") && Integer.parseInt(typed.strip()) <= 100) {
            return Integer.valueOf(typed.strip());
        }
        wrong.add(code);
        return null;
    }

    private static String comment(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = typed.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_COMMENT));
    }
}
