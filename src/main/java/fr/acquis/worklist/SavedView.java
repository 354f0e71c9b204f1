package fr.acquis.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list somebody wants to see again.
 *
 * @param team of whom it is, with its name; null for its owner's alone
 * @param state the filter as the list's address says it
 * @param words searched besides; they stand in no address
 */
public record SavedView(
        UUID id,
        String name,
        boolean mine,
        @Nullable UUID team,
        @Nullable String teamName,
        String state,
        String words) {}
