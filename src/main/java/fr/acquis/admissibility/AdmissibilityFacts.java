package fr.acquis.admissibility;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.ReadingState;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Filings;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rules are told of a case: computed here, weighed by the decision table. */
@Service
@Transactional(readOnly = true)
public class AdmissibilityFacts {

    private final Certifications certifications;
    private final Regulations regulations;
    private final Evidences evidences;
    private final Journeys journeys;
    private final People people;
    private final Livret1s livrets;
    private final Clock clock;

    AdmissibilityFacts(
            Certifications certifications,
            Regulations regulations,
            Evidences evidences,
            Journeys journeys,
            People people,
            Livret1s livrets,
            Clock clock) {
        this.certifications = certifications;
        this.regulations = regulations;
        this.evidences = evidences;
        this.journeys = journeys;
        this.people = people;
        this.livrets = livrets;
        this.clock = clock;
    }

    /** Named as in bpmn/README.md; none is ever null. */
    public Map<String, Object> of(Journey journey) {
        Livret1 livret = livrets.held(journey.id());
        Certification certification = certifications.get(journey.certification());
        Regulation regulation = regulations.on(journey.certification(), journey.regulationOn());
        List<Evidence> held = evidences.held(journey.id());
        LocalDate today = clock.instant().atZone(LegalClock.ZONE).toLocalDate();

        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "piecesMissing",
                PieceCheck.of(livret, regulation, held).stream()
                        .filter(PieceCheck.PieceState::missing)
                        .count());
        facts.put(
                "piecesUnreadable",
                held.stream().filter(AdmissibilityFacts::unreadable).count());
        facts.put(
                "certificationOpen",
                certifications.openness(journey.certification(), today).open());
        facts.put("registrationExpired", certification.registrationEndedOn(today));
        facts.put("standardRenewed", certification.renewed());
        facts.put("filingLimitExceeded", exceeded(journeys.filings(journey), regulation));
        facts.put("minimumHoursReached", hoursReached(livret, regulation, today));
        facts.put("activitiesInDirectRelation", relation(livret.activities()));
        facts.put("periodsInconsistent", inconsistent(livret.experiences().experiences(), today));
        facts.put("pendingIdentityQuestion", identityQuestion(journey, livret, held));
        facts.put("decisionDue", Journeys.engineDate(decisionDue(journey)));
        return facts;
    }

    private static boolean unreadable(Evidence evidence) {
        ReadingState state = evidence.current().reading().state();
        return evidence.stands()
                && (state == ReadingState.UNREADABLE || state == ReadingState.ENCRYPTED || state == ReadingState.EMPTY);
    }

    private static boolean exceeded(Filings filings, Regulation regulation) {
        return filings.sameCertification() > regulation.applicationsPerCertificationAndYear()
                || filings.all() > regulation.applicationsPerYear();
    }

    private static String hoursReached(Livret1 livret, Regulation regulation, LocalDate today) {
        OptionalInt minimum = regulation.minimumHours();
        if (minimum.isEmpty()) {
            return "NOT_REQUIRED";
        }
        return ExperienceHours.declared(livret.experiences().experiences(), today) >= minimum.getAsInt() ? "YES" : "NO";
    }

    private static String relation(Livret1.Activities activities) {
        Set<Livret1.Practised> said = activities.blocks().stream()
                .map(Livret1.BlockActivity::practised)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (said.isEmpty()) {
            return "UNKNOWN";
        }
        if (said.equals(Set.of(Livret1.Practised.YES))) {
            return "YES";
        }
        return said.equals(Set.of(Livret1.Practised.NO)) ? "NO" : "PARTLY";
    }

    private static long inconsistent(List<Livret1.Experience> experiences, LocalDate today) {
        return experiences.stream()
                .filter(experience -> experience.start() == null
                        || experience.start().isAfter(today)
                        || experience.end() != null
                                && (experience.end().isBefore(experience.start())
                                        || experience.end().isAfter(today)))
                .count();
    }

    /** Not looked at by an agent yet, or a name that differs from the account's: a question to ask, never an error. */
    private boolean identityQuestion(Journey journey, Livret1 livret, List<Evidence> held) {
        boolean checked = held.stream().anyMatch(evidence -> evidence.identityCheck() != null);
        Person person = people.find(journey.candidate()).orElseThrow();
        boolean named =
                folded(person.birthName()).equals(folded(livret.identity().birthName()));
        return !checked || !named;
    }

    private static String folded(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^\\p{L}]", "")
                        .toUpperCase(Locale.ROOT);
    }

    /** The end of the last day by law: what stands in the worklist is the date nobody may miss; the manager is warned before. */
    Instant decisionDue(Journey journey) {
        return journey.clock().lastMoment().orElseGet(() -> journey.clock().nextCheck(clock.instant()));
    }
}
