package fr.acquis.evidence;

import fr.acquis.shared.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One unchangeable content of a piece.
 *
 * @param number from 1
 * @param fileName as its owner named it, made harmless; empty once the content was erased
 * @param size in bytes
 * @param found what its text is taken for, null before it was read or where there is nothing to take
 * @param pagesRecognised how many pictures of pages were recognised so far
 * @param erased whether the content is gone for good; hash and size stay
 */
public record EvidenceVersion(
        EvidenceId evidence,
        int number,
        String fileName,
        FileType type,
        long size,
        Sha256 sha256,
        Instant storedAt,
        ScanState scan,
        Reading reading,
        @Nullable Classification found,
        int pagesRecognised,
        boolean erased) {}
