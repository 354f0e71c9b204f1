package fr.acquis.admissibility;

import org.jspecify.annotations.Nullable;

final class Texts {

    private Texts() {}

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
