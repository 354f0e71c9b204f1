package fr.acquis.certification;

import java.util.List;

/** Bloc de compétences: obtained on its own, and for life. */
public record SkillBlock(SkillBlockCode code, String title, List<Skill> skills) {

    public SkillBlock {
        skills = List.copyOf(skills);
    }
}
