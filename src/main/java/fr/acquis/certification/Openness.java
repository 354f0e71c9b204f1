package fr.acquis.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether VAE is open for a certification on a day. Register data may lag, so a "no" is always said with its reason and
 * "faire vérifier par un conseiller"; it is tested when recevabilité is decided, a journey admitted goes on.
 */
public sealed interface Openness {

    default boolean open() {
        return this instanceof Open;
    }

    /** @param until last day of the registration, null when not known here */
    record Open(@Nullable LocalDate until) implements Openness {}

    record Closed(Reason reason) implements Openness {}

    /** Why not, most lasting reason first. */
    enum Reason {
        /** At the répertoire spécifique. */
        RS_ONLY,
        /** Sent to France compétences, registered nowhere. */
        TRANSMITTED_ONLY,
        NOT_REGISTERED,
        /** The règlement in force closes it. */
        CLOSED_BY_REGULATION,
        NOT_YET_REGISTERED,
        /** The last day of the registration has passed. */
        REGISTRATION_ENDED,
        /** The register has withdrawn the fiche, whatever its dates. */
        WITHDRAWN,
        /** The register says which ways lead to it, and experience is not one of them. */
        NO_WAY_BY_EXPERIENCE;

        /** Key of the sentence shown to people. */
        public String messageKey() {
            return "certification.closed." + name();
        }
    }

    /**
     * The rule itself.
     *
     * @param byRegister what else the register says against it, where no body here runs it and its règlement decides
     */
    static Openness of(
            Certification certification, boolean openByRegulation, @Nullable Reason byRegister, LocalDate day) {
        return switch (certification.registration()) {
            case RS -> new Closed(Reason.RS_ONLY);
            case TRANSMIS -> new Closed(Reason.TRANSMITTED_ONLY);
            case AUCUN -> new Closed(Reason.NOT_REGISTERED);
            case RNCP -> atTheRncp(certification, openByRegulation, byRegister, day);
        };
    }

    private static Openness atTheRncp(
            Certification certification, boolean openByRegulation, @Nullable Reason byRegister, LocalDate day) {
        if (!openByRegulation) {
            return new Closed(Reason.CLOSED_BY_REGULATION);
        }
        if (certification.registrationBeginsAfter(day)) {
            return new Closed(Reason.NOT_YET_REGISTERED);
        }
        if (certification.registrationEndedOn(day)) {
            return new Closed(Reason.REGISTRATION_ENDED);
        }
        return byRegister == null ? new Open(certification.registeredUntil()) : new Closed(byRegister);
    }
}
