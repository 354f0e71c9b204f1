package fr.acquis.evidence;

import fr.acquis.shared.Sha256;
import java.time.Instant;

/**
 * One unchangeable content of a piece.
 *
 * @param number from 1
 * @param fileName as its owner named it, made harmless; empty once the content was erased
 * @param size in bytes
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
        boolean erased) {}
