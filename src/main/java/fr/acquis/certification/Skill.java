package fr.acquis.certification;

import java.util.List;

/**
 * A skill of a bloc.
 *
 * @param code its place in the standard, for instance {@code C1.2}
 * @param criteria what the jury looks at to say it is shown
 */
public record Skill(SkillId id, String code, String statement, List<String> criteria) {

    public Skill {
        criteria = List.copyOf(criteria);
    }
}
