package fr.acquis.award;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.Rule;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.PostalAddress;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The case as this room's letters, mails and dates need it. */
@Component
class AwardCases {

    private final Certifications certifications;
    private final Regulations regulations;
    private final ObjectProvider<Holders> holders;

    AwardCases(Certifications certifications, Regulations regulations, ObjectProvider<Holders> holders) {
        this.certifications = certifications;
        this.regulations = regulations;
        this.holders = holders;
    }

    CaseReference reference(Journey journey) {
        Certification certification = certifications.get(journey.certification());
        String title = certification.number() == null
                ? certification.title()
                : certification.title() + " (" + certification.number() + ")";
        return new CaseReference(
                journey.id(), journey.certifyingBody(), journey.candidate(), journey.caseNumber(), title);
    }

    Addressing addressing(Journey journey, Instant at) {
        PostalAddress address = holders.stream()
                .flatMap(room -> room.of(journey.id()).stream())
                .map(Holders.Holder::address)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Addressing.of(reference(journey), address, day(at));
    }

    /** In the règlement of the case's own day. */
    <T> Rule<T> rule(Journey journey, RegulationParameter<T> parameter) {
        return regulations.on(journey.certification(), journey.regulationOn()).rule(parameter);
    }

    /** The last day of a delay that begins now. */
    LocalDate due(Journey journey, RegulationParameter<Period> parameter, Instant from) {
        return day(from).plus(rule(journey, parameter).value());
    }

    /** The last instant of a day. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalClock.ZONE).toInstant();
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }

    static String page(JourneyId journey) {
        return "/journeys/" + journey;
    }
}
