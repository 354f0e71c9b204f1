package fr.acquis.jury.api;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.jury.Grid;
import fr.acquis.platform.api.FieldProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A grid as a juror's program sends it, whole: what is not named is emptied.
 *
 * @param skills by the skill's id
 * @param blocks by the bloc's code
 */
record GridWish(
        @NotNull Map<String, @Valid @NotNull SkillWords> skills,
        @NotNull Map<String, @Valid @NotNull BlockWords> blocks) {

    record SkillWords(
            Grid.@Nullable Level level,
            @Size(max = 4000) @Nullable String comment) {}

    /** @param yes the juror's word, instead of a mark */
    record BlockWords(
            @Min(0) @Max(100) @Nullable Integer percent,
            @Nullable Boolean yes,
            @Size(max = 4000) @Nullable String comment) {}

    /** Where it names what this jury does not look at. */
    List<FieldProblem> strangers(List<SkillBlock> examined, String words) {
        Set<String> known = examined.stream()
                .flatMap(block -> block.skills().stream())
                .map(Skill::id)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Set<String> codes = examined.stream().map(block -> block.code().value()).collect(Collectors.toSet());
        List<FieldProblem> strangers = new ArrayList<>();
        skills.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> strangers.add(new FieldProblem("#/skills/" + id, words)));
        blocks.keySet().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> strangers.add(new FieldProblem("#/blocks/" + code, words)));
        return strangers;
    }

    Grid grid() {
        Map<String, Grid.SkillMark> marks = new HashMap<>();
        skills.forEach((id, said) -> marks.put(id, new Grid.SkillMark(said.level(), text(said.comment()))));
        Map<String, Grid.BlockMark> shown = new HashMap<>();
        blocks.forEach(
                (code, said) -> shown.put(code, new Grid.BlockMark(said.percent(), said.yes(), text(said.comment()))));
        return new Grid(marks, shown);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
