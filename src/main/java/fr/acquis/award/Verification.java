package fr.acquis.award;

import fr.acquis.award.store.AwardDocumentRows;
import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.identity.Organisations;
import fr.acquis.shared.Sha256;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers anybody who holds a document: is it ours, and is it whole? It names nobody to whom the birth date is unknown. */
@Service
public class Verification {

    private final AwardDocumentRows rows;
    private final Certifications certifications;
    private final Organisations organisations;

    Verification(AwardDocumentRows rows, Certifications certifications, Organisations organisations) {
        this.rows = rows;
        this.certifications = certifications;
        this.organisations = organisations;
    }

    /**
     * @param birthDate the holder's, for who knows it; null otherwise
     * @return empty when there is no such document: a wrong number and a wrong code are the same answer
     */
    @Transactional(readOnly = true)
    public Optional<Finding> of(String number, String code, @Nullable LocalDate birthDate) {
        return rows.find(number.strip().toUpperCase(Locale.ROOT), VerificationCode.read(code))
                .map(document -> finding(document, birthDate));
    }

    private Finding finding(AwardDocument document, @Nullable LocalDate birthDate) {
        Certification certification = certifications.get(document.certification());
        boolean known = birthDate != null && birthDate.equals(document.titular().birthDate());
        return new Finding(
                document.kind(),
                document.number(),
                certification.title(),
                certification.number(),
                organisations
                        .find(document.certifyingBody())
                        .map(body -> body.name())
                        .orElse(""),
                document.blocks().size(),
                document.issuedOn(),
                document.sha256().hex(),
                rows.content(document.id())
                        .filter(content -> Sha256.of(content).equals(document.sha256()))
                        .isPresent(),
                known ? document.titular().civilName() : null);
    }

    /**
     * @param intact whether what is kept still has the hash it was issued with
     * @param holder null unless the birth date is right
     */
    public record Finding(
            AwardDocument.Kind kind,
            String number,
            String certification,
            @Nullable String certificationNumber,
            String certifyingBody,
            int blocks,
            LocalDate issuedOn,
            String sha256,
            boolean intact,
            @Nullable String holder) {}
}
