package fr.acquis.admissibility;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an employed candidate gives their employer: the attestation of the certifier, and their own request for leave. */
@Service
@Transactional
public class EmployerLetters {

    private static final int LONGEST_NAME = 200;

    private final Decisions decisions;
    private final Livret1s livrets;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Regulations regulations;
    private final Letters letters;
    private final LegalTexts texts;
    private final CaseReferences references;
    private final CurrentPerson current;
    private final Clock clock;

    EmployerLetters(
            Decisions decisions,
            Livret1s livrets,
            Journeys journeys,
            Certifications certifications,
            Regulations regulations,
            Letters letters,
            LegalTexts texts,
            CaseReferences references,
            CurrentPerson current,
            Clock clock) {
        this.decisions = decisions;
        this.livrets = livrets;
        this.journeys = journeys;
        this.certifications = certifications;
        this.regulations = regulations;
        this.letters = letters;
        this.texts = texts;
        this.references = references;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What stands in the request before it is changed.
     *
     * @param employer of the experience that goes on; null when there is none
     * @param earliest the first day that leaves the employer the notice the law gives
     * @param hours the most there is
     */
    public record Offered(@Nullable String employer, LocalDate earliest, int hours) {}

    @Transactional(readOnly = true)
    public boolean open(Journey journey) {
        return !journey.isOver()
                && decisions
                        .of(journey.id())
                        .filter(decision -> decision.outcome().admits())
                        .isPresent();
    }

    @Transactional(readOnly = true)
    public Offered offered(Journey journey) {
        Regulation regulation = regulation(journey);
        return new Offered(
                livrets.held(journey.id()).experiences().experiences().stream()
                        .filter(one -> one.end() == null && one.setting() == Livret1.Setting.SALARIED)
                        .map(Livret1.Experience::organisation)
                        .filter(name -> !Texts.blank(name))
                        .findFirst()
                        .orElse(null),
                today().plus(regulation.value(RegulationParameters.LEAVE_NOTICE)),
                regulation.value(RegulationParameters.LEAVE_HOURS));
    }

    /** The attestation, written once for each decision and kept with the other letters. */
    public LetterSummary attestation(JourneyId id) {
        Journey journey = own(id);
        Decision decision = decisions.of(id).orElseThrow();
        LocalDate accepted = decision.decidedAt().atZone(LegalClock.ZONE).toLocalDate();
        LetterId letter = LetterId.about(id, "employer-attestation/" + decision.round());
        letters.write(
                letter,
                addressing(journey),
                new Letter.EmployerAttestation(
                        accepted,
                        decision.outcome() == Outcome.TACITE,
                        scope(journey),
                        texts.validity(journey, accepted, Locale.FRENCH).orElse(null)));
        return letters.find(letter).orElseThrow();
    }

    /**
     * The request for leave, the candidate's own: nothing of it is kept.
     *
     * @throws BusinessRefusal for a day without the notice the law gives, or more hours than it does
     */
    @Transactional(readOnly = true)
    public RenderedLetter leaveRequest(JourneyId id, @Nullable String employer, LocalDate from, int hours) {
        Journey journey = own(id);
        Offered offered = offered(journey);
        if (from.isBefore(offered.earliest())) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.leave-from");
        }
        if (hours < 1 || hours > offered.hours()) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.leave-hours", offered.hours());
        }
        if (employer != null && employer.strip().length() > LONGEST_NAME) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.leave-employer");
        }
        return letters.render(
                addressing(journey),
                new Letter.LeaveRequest(
                        Texts.blank(employer) ? null : employer.strip(), from, hours, scope(journey), rules(journey)));
    }

    private List<String> rules(Journey journey) {
        Regulation regulation = regulation(journey);
        var notice = regulation.rule(RegulationParameters.LEAVE_NOTICE);
        var answer = regulation.rule(RegulationParameters.LEAVE_ANSWER);
        return List.of(
                texts.text(
                        "admissibility.leave.notice",
                        Locale.FRENCH,
                        texts.words(notice.value(), Locale.FRENCH),
                        notice.source()),
                texts.text(
                        "admissibility.leave.answer",
                        Locale.FRENCH,
                        texts.words(answer.value(), Locale.FRENCH),
                        answer.source()),
                texts.text("admissibility.leave.work", Locale.FRENCH));
    }

    private List<String> scope(Journey journey) {
        return journey.target().isEmpty()
                ? List.of()
                : certifications.standard(journey.certification()).blocks().stream()
                        .filter(block -> journey.aimsAt(block.code()))
                        .map(block -> block.code() + " – " + block.title())
                        .toList();
    }

    private Journey own(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "admissibility.refused.not-the-candidate");
        }
        if (!open(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.not-admitted");
        }
        return journey;
    }

    private Addressing addressing(Journey journey) {
        return Addressing.of(
                references.of(journey),
                CaseReferences.address(livrets.held(journey.id()).contact()),
                today());
    }

    private Regulation regulation(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn());
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
