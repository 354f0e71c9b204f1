package fr.acquis.certification.api;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Registration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certification as lists show it.
 *
 * @param managedHere whether a request can be filed here
 * @param open whether VAE is open today
 * @param closedBecause why not; null when open
 * @param replacedBy the certification that renews this one
 */
record CertificationSummary(
        UUID id,
        @Nullable String number,
        String title,
        @Nullable Integer level,
        Registration registration,
        String certifier,
        String branch,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredUntil,
        boolean managedHere,
        boolean open,
        Openness.@Nullable Reason closedBecause,
        @Nullable UUID replacedBy) {

    static CertificationSummary of(Certification one, Openness openness) {
        return new CertificationSummary(
                one.id().value(),
                one.number(),
                one.title(),
                one.level() == null ? null : one.level().number(),
                one.registration(),
                one.certifier(),
                one.branch(),
                one.registeredFrom(),
                one.registeredUntil(),
                one.managedHere(),
                openness.open(),
                openness instanceof Openness.Closed closed ? closed.reason() : null,
                one.replacedBy() == null ? null : one.replacedBy().value());
    }
}
