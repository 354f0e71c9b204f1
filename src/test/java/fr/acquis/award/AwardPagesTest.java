package fr.acquis.award;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Organisations;
import fr.acquis.notification.DocumentPress;
import fr.acquis.notification.Letterheads;
import fr.acquis.notification.SampleBody;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificate and attestation with names and blocs of their real length. */
@AcquisTest
@Tag("award")
class AwardPagesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired
    DocumentPress press;

    @Autowired
    Certifications certifications;

    @Autowired
    Organisations organisations;

    @Autowired
    Letterheads letterheads;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_certificate_names_its_holder_its_register_and_how_to_verify_it() throws Exception {
        assertThat(pressed("certificate-fr", AwardDocument.Kind.CERTIFICATE))
                .contains("Marie-Françoise Anne", "nom d’usage", "14 mars 1985", "1er mars 2027", "/verification");
    }

    @Test
    void the_attestation_lists_its_blocs_and_says_what_it_is_not() throws Exception {
        assertThat(pressed("attestation-fr", AwardDocument.Kind.ATTESTATION))
                .contains("Marie-Françoise Anne", "acquis à vie", "ne vaut pas certificat", "1er mars 2027");
    }

    private String pressed(String name, AwardDocument.Kind kind) throws Exception {
        CertifyingBodyId body = SampleBody.with(organisations, letterheads, transaction);
        Certification certification = certifications.findByNumber("RNCP99901").orElseThrow();
        List<SkillBlock> blocks = certifications.standard(certification.id()).blocks();
        List<SkillBlock> borne = kind == AwardDocument.Kind.CERTIFICATE ? blocks : blocks.subList(0, 2);
        AwardDocument document = new AwardDocument(
                TimeOrderedUuid.next(),
                JourneyId.create(),
                body,
                PersonId.create(),
                certification.id(),
                kind,
                kind.number(2027, 42),
                VerificationCode.next(),
                borne.stream().map(SkillBlock::code).toList(),
                new Titular("Marie-Françoise Anne", "De La Rochefoucauld-Exemple", "Martin", LocalDate.of(1985, 3, 14)),
                DAY,
                null,
                null);
        return SealedPdf.checked(
                name,
                press.press(
                        kind.template(),
                        body,
                        Locale.FRENCH,
                        Map.of(
                                "document",
                                document,
                                "code",
                                VerificationCode.printed(document.code()),
                                "certification",
                                certification,
                                "caseNumber",
                                "VAE-2026-000123",
                                "blocks",
                                borne.stream()
                                        .map(block -> new AwardPress.Line(block, DAY.minusDays(20)))
                                        .toList())));
    }
}
