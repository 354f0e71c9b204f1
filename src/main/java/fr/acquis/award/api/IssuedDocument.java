package fr.acquis.award.api;

import fr.acquis.award.AwardDocument;
import fr.acquis.certification.SkillBlockCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attestation of blocs or a certificate.
 *
 * @param code what a verifier types beside the number
 * @param content where the PDF is read; null until it is written
 */
record IssuedDocument(
        UUID id,
        UUID journey,
        AwardDocument.Kind kind,
        String number,
        String code,
        List<String> blocks,
        LocalDate issuedOn,
        @Nullable Integer size,
        @Nullable String sha256,
        @Nullable String content) {

    static IssuedDocument of(AwardDocument document) {
        return new IssuedDocument(
                document.id(),
                document.journey().value(),
                document.kind(),
                document.number(),
                document.code(),
                document.blocks().stream().map(SkillBlockCode::value).toList(),
                document.issuedOn(),
                document.size(),
                document.sha256() == null ? null : document.sha256().hex(),
                document.sealed() ? "/api/v1/awards/" + document.id() : null);
    }
}
