package fr.acquis.experience;

import fr.acquis.evidence.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * Where a line stands.
 *
 * @param page null when nobody said which
 * @param checked whether somebody of the certifying body stands behind it
 */
public record Source(
        EvidenceId evidence,
        String fileName,
        int line,
        @Nullable Integer page,
        boolean checked) {}
