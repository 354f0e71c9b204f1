package fr.acquis.admissibility;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules propose, never more than that.
 *
 * @param orientation RECEVABLE, A_COMPLETER or A_EXAMINER
 * @param reasons codes of the rules that are true
 */
public record Proposal(String orientation, List<String> reasons) {

    /** From a task's context, {@code A_EXAMINER:PIECE_MISSING,IDENTITY_TO_CHECK}; null when it has none. */
    public static @Nullable Proposal of(@Nullable String context) {
        if (context == null || !context.contains(":")) {
            return null;
        }
        String[] parts = context.split(":", 2);
        List<String> reasons = Arrays.stream(parts[1].split(","))
                .filter(reason -> !reason.isBlank())
                .toList();
        return new Proposal(parts[0], reasons);
    }
}
