package fr.acquis.livret2;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.notification.CaseReference;
import fr.acquis.shared.JourneyId;
import org.springframework.stereotype.Component;

/** The case as letters, mails and the file name it. */
@Component
class References {

    private final Certifications certifications;

    References(Certifications certifications) {
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

    private static String title(Certification certification) {
        return certification.number() == null
                ? certification.title()
                : certification.title() + " (" + certification.number() + ")";
    }

    String path(JourneyId journey) {
        return "/journeys/" + journey + "/livret2";
    }
}
