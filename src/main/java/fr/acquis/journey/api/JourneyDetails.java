package fr.acquis.journey.api;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Filings;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.journey.SharingConsents;
import fr.acquis.journey.api.JourneyDetail.Warning;
import fr.acquis.platform.api.Moments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A case as a program reads it: what the rooms say of it on its page, without the page. */
@Component
class JourneyDetails {

    private final Journeys journeys;
    private final Certifications certifications;
    private final Regulations regulations;
    private final People people;
    private final List<CasePart> parts;
    private final SharingConsents consents;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Clock clock;

    JourneyDetails(
            Journeys journeys,
            Certifications certifications,
            Regulations regulations,
            People people,
            List<CasePart> parts,
            SharingConsents consents,
            CurrentPerson current,
            MessageSource messages,
            Clock clock) {
        this.journeys = journeys;
        this.certifications = certifications;
        this.regulations = regulations;
        this.people = people;
        this.parts = parts;
        this.consents = consents;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    JourneyDetail of(Journey journey, Locale locale) {
        SignedIn reader = current.get();
        Certification target = certifications.get(journey.certification());
        return new JourneyDetail(
                journey.id().value(),
                journey.caseNumber(),
                consents.stateOpenTo(journey, reader),
                new JourneySummary.Named(
                        journey.candidate().value(),
                        people.find(journey.candidate())
                                .map(Person::displayName)
                                .orElse("—")),
                new JourneySummary.Aimed(target.id().value(), target.number(), target.title()),
                Moments.of(journey.createdAt()),
                Moments.of(journey.submittedAt()),
                JourneyDetail.LegalDates.of(journey.clock()),
                Moments.of(journey.decidedAt()),
                consents.attemptOpenTo(journey, reader),
                Moments.of(journey.pausedAt()),
                Moments.of(journey.endedAt()),
                parts.stream()
                        .flatMap(part -> part.stages(journey).stream())
                        .sorted(Comparator.comparingInt(CasePart.Stage::order))
                        .map(stage -> JourneyDetail.Stage.of(stage.step()))
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.action(journey, reader).stream())
                        .map(action -> new JourneyDetail.Action(action.title(), action.explanation()))
                        .findFirst()
                        .orElse(null),
                warnings(journey, target, locale));
    }

    private List<Warning> warnings(Journey journey, Certification target, Locale locale) {
        if (journey.isOver() || journey.decidedAt() != null) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        LocalDate today = clock.instant().atZone(LegalClock.ZONE).toLocalDate();
        Regulation regulation = regulations.on(
                journey.certification(), journey.regulationOn() == null ? today : journey.regulationOn());
        Filings filings = journeys.filings(journey);
        int same = regulation.applicationsPerCertificationAndYear();
        int all = regulation.applicationsPerYear();
        if (filings.sameCertification() > same || filings.all() > all) {
            warnings.add(warning(Warning.Code.FILING_LIMIT, locale, same, all));
        }
        if (!certifications.openness(target.id(), today).open()) {
            warnings.add(warning(Warning.Code.NOT_OPEN, locale));
        }
        if (target.renewed()) {
            warnings.add(warning(Warning.Code.RENEWED, locale));
        }
        return List.copyOf(warnings);
    }

    private Warning warning(Warning.Code code, Locale locale, Object... values) {
        return new Warning(code, messages.getMessage("api.warning." + code, values, locale));
    }
}
