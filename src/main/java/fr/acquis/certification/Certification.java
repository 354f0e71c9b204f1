package fr.acquis.certification;

import fr.acquis.shared.CertifyingBodyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a certificate at the register: a renewal is another certification, linked by {@code replacedBy}.
 *
 * @param certifyingBody who runs its VAE in this installation; null when the register alone names it
 * @param certifier the certifier's name as the register has it
 * @param number {@code RNCP37268}, {@code RS5000}; null when registered nowhere
 * @param level null when the register gives none
 * @param registeredFrom first day of the registration, null when not known here
 * @param registeredUntil last day of the registration, null when not known here
 * @param replacedBy the fiche that renews this one; told and offered, never forced
 * @param fictive made for demonstration: its number cannot exist
 */
public record Certification(
        CertificationId id,
        @Nullable CertifyingBodyId certifyingBody,
        String certifier,
        Registration registration,
        @Nullable String number,
        String title,
        @Nullable Level level,
        String branch,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredUntil,
        @Nullable CertificationId replacedBy,
        boolean fictive) {

    public boolean registrationEndedOn(LocalDate day) {
        return registeredUntil != null && day.isAfter(registeredUntil);
    }

    public boolean registrationBeginsAfter(LocalDate day) {
        return registeredFrom != null && day.isBefore(registeredFrom);
    }

    /** A candidate can file here: a body of this installation runs its VAE. */
    public boolean managedHere() {
        return certifyingBody != null;
    }

    public boolean renewed() {
        return replacedBy != null;
    }
}
