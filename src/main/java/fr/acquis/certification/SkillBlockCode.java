package fr.acquis.certification;

import java.io.Serializable;
import java.util.regex.Pattern;

/** What a bloc is called at the register, for instance {@code RNCP37268BC01}; unique over all certifications. */
public record SkillBlockCode(String value) implements Serializable {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{2,32}");

    public SkillBlockCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the code of a bloc: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
