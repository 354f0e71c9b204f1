package fr.acquis.award;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register of what was issued.
 *
 * @param number of the body's own gapless sequence of the year
 * @param code what a verifier types beside the number
 * @param blocks the blocs it attests
 * @param size of the PDF; null until it is written
 * @param sha256 of the PDF; null until it is written
 */
public record AwardDocument(
        UUID id,
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        CertificationId certification,
        Kind kind,
        String number,
        String code,
        List<SkillBlockCode> blocks,
        Titular titular,
        LocalDate issuedOn,
        @Nullable Integer size,
        @Nullable Sha256 sha256) {

    /** What is issued. */
    public enum Kind {
        /** Attestation of blocs obtained, one per result. */
        ATTESTATION("ATT"),
        /** Parchemin. */
        CERTIFICATE("CERT");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String number(int year, int number) {
            return "%s-%d-%05d".formatted(prefix, year, number);
        }

        /** The template it is pressed with. */
        public String template() {
            return this == CERTIFICATE ? "certificate" : "attestation";
        }

        public String messageKey() {
            return "award.document." + name();
        }
    }

    public AwardDocument {
        blocks = List.copyOf(blocks);
    }

    public boolean sealed() {
        return sha256 != null;
    }
}
