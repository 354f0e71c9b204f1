package fr.acquis.admissibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a refusal, as the candidate will read it.
 *
 * @param criterion what was examined
 * @param reason the gap between what was declared and what the standard asks
 * @param advice what would close it
 * @param options what the person may do now, each as a sentence
 */
public record RefusalReason(
        String criterion, String reason, @Nullable String advice, List<String> options) {

    public RefusalReason {
        options = options == null ? List.of() : List.copyOf(options);
    }

    public RefusalReason(String criterion, String reason, @Nullable String advice) {
        this(criterion, reason, advice, List.of());
    }
}
