package fr.acquis.certification;

import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record SkillId(UUID value) implements Serializable {

    public static SkillId create() {
        return new SkillId(TimeOrderedUuid.next());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static SkillId of(String text) {
        return new SkillId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
