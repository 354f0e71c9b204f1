package fr.acquis.admissibility;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The case as letters and mails name it. */
@Component
class CaseReferences {

    private final Certifications certifications;

    CaseReferences(Certifications certifications) {
        this.certifications = certifications;
    }

    CaseReference of(Journey journey) {
        return new CaseReference(
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                journey.caseNumber(),
                title(certifications.get(journey.certification())));
    }

    static String title(Certification certification) {
        return certification.number() == null
                ? certification.title()
                : certification.title() + " (" + certification.number() + ")";
    }

    static @Nullable PostalAddress address(Livret1.Contact contact) {
        if (Texts.blank(contact.address()) || Texts.blank(contact.postalCode()) || Texts.blank(contact.city())) {
            return null;
        }
        boolean abroad =
                !Texts.blank(contact.country()) && !contact.country().strip().equalsIgnoreCase("France");
        return new PostalAddress(
                contact.addressComplement(),
                contact.address(),
                contact.postalCode(),
                contact.city(),
                abroad ? contact.country() : null);
    }
}
