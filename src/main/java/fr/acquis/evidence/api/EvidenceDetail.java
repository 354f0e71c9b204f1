package fr.acquis.evidence.api;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceVersion;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece.
 *
 * @param fileName empty once the content was erased
 * @param content where to read it; null once it was erased
 * @param reading what the machine found; a hint, never a refusal
 */
record EvidenceDetail(
        UUID id,
        UUID journey,
        EvidenceKind kind,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        OffsetDateTime storedAt,
        ScanState scan,
        ReadingState reading,
        @Nullable Integer pages,
        @Nullable String content,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnBecause,
        @Nullable OffsetDateTime identityCheckedAt) {

    static EvidenceDetail of(Evidence piece) {
        EvidenceVersion version = piece.current();
        return new EvidenceDetail(
                piece.id().value(),
                piece.journey().value(),
                piece.kind(),
                version.fileName(),
                version.type().mediaType(),
                version.size(),
                version.sha256().hex(),
                Moments.of(version.storedAt()),
                version.scan(),
                version.reading().state(),
                version.reading().pages(),
                piece.opens() ? "/api/v1/evidence/" + piece.id() + "/content" : null,
                piece.withdrawal() == null
                        ? null
                        : Moments.of(piece.withdrawal().at()),
                piece.withdrawal() == null ? null : piece.withdrawal().reason(),
                piece.identityCheck() == null
                        ? null
                        : Moments.of(piece.identityCheck().at()));
    }
}
