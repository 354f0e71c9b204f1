package fr.acquis.worklist.work;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules propose, as one word and its reasons: {@code A_EXAMINER:PIECE_MISSING,IDENTITY_TO_CHECK}. */
final class Context {

    private Context() {}

    static @Nullable String of(Map<String, Object> variables) {
        if (!(variables.get("proposal") instanceof Map<?, ?> proposal)) {
            return null;
        }
        String reasons = proposal.get("reasons") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).collect(Collectors.joining(","))
                : "";
        return proposal.get("proposal") + ":" + reasons;
    }
}
