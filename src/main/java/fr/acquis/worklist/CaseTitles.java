package fr.acquis.worklist;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.notification.CaseReference;
import org.springframework.stereotype.Component;

/** A case as letters and mails call it. */
@Component
public class CaseTitles {

    private final Certifications certifications;

    CaseTitles(Certifications certifications) {
        this.certifications = certifications;
    }

    public CaseReference of(Journey journey) {
        Certification certification = certifications.get(journey.certification());
        return new CaseReference(
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                journey.caseNumber(),
                certification.number() == null
                        ? certification.title()
                        : certification.title() + " (" + certification.number() + ")");
    }
}
