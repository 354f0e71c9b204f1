package fr.acquis.jury;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.notification.CaseReference;
import fr.acquis.shared.JourneyId;
import org.springframework.stereotype.Component;

/** The case as letters and mails name it, and where its page stands. */
@Component
class JuryReferences {

    private final Certifications certifications;

    JuryReferences(Certifications certifications) {
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

    String title(JurySession session) {
        return title(certifications.get(session.certification()));
    }

    private static String title(Certification certification) {
        return certification.number() == null
                ? certification.title()
                : certification.title() + " (" + certification.number() + ")";
    }

    static String page(JourneyId journey) {
        return "/journeys/" + journey;
    }
}
