package fr.acquis.support;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.DocumentPress;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.store.AgreementRows;
import fr.acquis.support.store.SupportRows;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The signed agreement as the PDF both keep. In French: a contract is written in the language of the law. */
@Component
public class AgreementPress {

    private final DocumentPress press;
    private final AgreementRows rows;
    private final SupportRows supports;
    private final SupportBodies bodies;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;

    AgreementPress(
            DocumentPress press,
            AgreementRows rows,
            SupportRows supports,
            SupportBodies bodies,
            Journeys journeys,
            Certifications certifications,
            People people) {
        this.press = press;
        this.rows = rows;
        this.supports = supports;
        this.bodies = bodies;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
    }

    /** Presses and keeps; a document that is kept already is left as it is. */
    public void keep(JourneyId id, int version) {
        if (rows.document(id, version).isEmpty()) {
            rows.keep(id, version, press(rows.find(id, version).orElseThrow()));
        }
    }

    private byte[] press(SupportAgreement agreement) {
        Journey journey = journeys.find(agreement.journey()).orElseThrow();
        Support support = supports.find(agreement.journey()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("agreement", agreement);
        facts.put("proposedOn", LegalDays.of(agreement.proposedAt()));
        facts.put("signedOn", LegalDays.of(agreement.answeredAt()));
        facts.put("caseNumber", journey.caseNumber());
        facts.put("certification", certifications.get(journey.certification()));
        facts.put("candidate", name(journey.candidate()));
        facts.put("proposer", name(agreement.proposedBy()));
        facts.put("adviser", support.adviser() == null ? "—" : name(support.adviser()));
        facts.put(
                "supportBody",
                bodies.find(support.body()).map(SupportBody::name).orElse("—"));
        return press.press("support-agreement", journey.certifyingBody(), Locale.FRENCH, facts);
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
