package fr.acquis.admissibility;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blocs the candidate asks not to be examined on, because something they hold already counts for them. */
public record Dispensations(@Nullable List<Dispensation> blocks) {

    public static final Dispensations NONE = new Dispensations(List.of());

    public Dispensations {
        blocks = blocks == null
                ? List.of()
                : blocks.stream()
                        .filter(one -> one != null && one.code() != null && !one.isBlank())
                        .toList();
    }

    public @Nullable Dispensation of(String code) {
        return blocks.stream()
                .filter(one -> code.equals(one.code()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param basis the diploma, the training or the bloc already held
     * @param evidence the piece that proves it
     */
    public record Dispensation(
            @Nullable String code,
            @Nullable String basis,
            @Nullable UUID evidence) {

        boolean isBlank() {
            return Texts.blank(basis) && evidence == null;
        }
    }
}
