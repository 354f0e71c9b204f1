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
        REGISTRATION_ENDED;

        /** Key of the sentence shown to people. */
        public String messageKey() {
            return "certification.closed." + name();
        }
    }

    /** The rule itself. */
    static Openness of(Certification certification, boolean openByRegulation, LocalDate day) {
        return switch (certification.registration()) {
            case RS -> new Closed(Reason.RS_ONLY);
            case TRANSMIS -> new Closed(Reason.TRANSMITTED_ONLY);
            case AUCUN -> new Closed(Reason.NOT_REGISTERED);
            case RNCP -> atTheRncp(certification, openByRegulation, day);
        };
    }

    private static Openness atTheRncp(Certification certification, boolean openByRegulation, LocalDate day) {
        if (!openByRegulation) {
            return new Closed(Reason.CLOSED_BY_REGULATION);
        }
        if (certification.registrationBeginsAfter(day)) {
            return new Closed(Reason.NOT_YET_REGISTERED);
        }
        if (certification.registrationEndedOn(day)) {
            return new Closed(Reason.REGISTRATION_ENDED);
        }
        return new Open(certification.registeredUntil());
    }
}
