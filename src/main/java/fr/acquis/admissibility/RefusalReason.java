package fr.acquis.admissibility;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a refusal, as the candidate will read it.
 *
 * @param criterion what was examined
 * @param reason the gap between what was declared and what the standard asks
 * @param advice what would close it
 */
public record RefusalReason(
        String criterion, String reason, @Nullable String advice) {}
