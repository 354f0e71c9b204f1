package fr.acquis.certification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of the register.
 *
 * @param workDone bytes while reading, fiches while comparing and applying; of {@code workTotal}
 * @param linesRead of all files
 * @param fichesRead lines of the file of fiches
 * @param fichesKept those that are CQP or CQPI
 * @param counts how many changes of each kind
 * @param same fiches that say what is known already
 * @param aside fiches ended, unknown here and replaced by none: not taken over
 * @param absent certifications here that the file does not name
 * @param problem why the file could not be used, part of a message key; null elsewhere
 */
public record RegisterImport(
        UUID id,
        ImportState state,
        String fileName,
        long fileBytes,
        String sha256,
        @Nullable UUID startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant decidedAt,
        long workDone,
        long workTotal,
        long linesRead,
        long fichesRead,
        int fichesKept,
        int same,
        int aside,
        int absent,
        int refused,
        @Nullable String problem,
        @Nullable String problemDetail,
        Map<ChangeKind, Integer> counts) {

    public RegisterImport {
        counts = Map.copyOf(counts);
    }

    public int count(ChangeKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** What applying would do. */
    public int changes() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public RegisterImport withCounts(Map<ChangeKind, Integer> counted) {
        return new RegisterImport(
                id,
                state,
                fileName,
                fileBytes,
                sha256,
                startedBy,
                startedAt,
                endedAt,
                decidedAt,
                workDone,
                workTotal,
                linesRead,
                fichesRead,
                fichesKept,
                same,
                aside,
                absent,
                refused,
                problem,
                problemDetail,
                counted);
    }
}
