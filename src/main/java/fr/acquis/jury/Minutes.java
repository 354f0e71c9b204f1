package fr.acquis.jury;

import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.Certifications;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.EvaluationRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.DocumentPress;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Procès-verbal: who sat, what was decided bloc by bloc with voices and reasons. Written in French, whoever reads. */
@Component
class Minutes {

    private final JurySessionRows sessions;
    private final EvaluationRows evaluations;
    private final Journeys journeys;
    private final Certifications certifications;
    private final AcquiredBlocks blocks;
    private final JuryReferences references;
    private final Organisations organisations;
    private final People people;
    private final DocumentPress press;
    private final MessageSource messages;
    private final Dates dates;

    Minutes(
            JurySessionRows sessions,
            EvaluationRows evaluations,
            Journeys journeys,
            Certifications certifications,
            AcquiredBlocks blocks,
            JuryReferences references,
            Organisations organisations,
            People people,
            DocumentPress press,
            MessageSource messages,
            Dates dates) {
        this.sessions = sessions;
        this.evaluations = evaluations;
        this.journeys = journeys;
        this.certifications = certifications;
        this.blocks = blocks;
        this.references = references;
        this.organisations = organisations;
        this.people = people;
        this.press = press;
        this.messages = messages;
        this.dates = dates;
    }

    /** What the template shows. */
    record Page(
            String certification,
            String caseNumber,
            List<Fact> facts,
            List<Member> panel,
            List<Line> decisions,
            @Nullable String heldBefore,
            String outcome,
            @Nullable String observations,
            @Nullable String signedAt,
            String president) {}

    record Fact(String name, String value) {}

    record Member(String name, String role, String college, boolean qualified, boolean handedIn) {}

    record Line(String title, BlockDecision decision) {}

    /** @param signedAt null for a draft */
    byte[] write(Hearing hearing, @Nullable Instant signedAt) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.FRENCH);
        try {
            return press.press(
                    "minutes",
                    journeys.find(hearing.journey()).orElseThrow().certifyingBody(),
                    Locale.FRENCH,
                    Map.of("minutes", page(hearing, signedAt)));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Page page(Hearing hearing, @Nullable Instant signedAt) {
        JurySession session = sessions.find(hearing.session()).orElseThrow();
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        Hearing.Deliberation deliberation = hearing.deliberation();
        String observations = deliberation.observations();
        return new Page(
                references.title(session),
                journey.caseNumber(),
                facts(session, hearing, journey),
                panel(session, hearing),
                lines(journey, deliberation),
                heldBefore(journey, deliberation),
                say("jury.outcome." + deliberation.outcome()),
                observations == null || observations.isBlank() ? null : observations,
                signedAt == null ? null : dates.day(dates.day(signedAt)) + " à " + dates.hour(signedAt),
                name(deliberation.president()));
    }

    private List<Fact> facts(JurySession session, Hearing hearing, Journey journey) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "body",
                organisations
                        .find(journey.certifyingBody())
                        .map(CertifyingBody::name)
                        .orElseThrow()));
        facts.add(new Fact("certification", references.title(session)));
        facts.add(new Fact("candidate", name(journey.candidate())));
        facts.add(new Fact("number", journey.caseNumber()));
        facts.add(new Fact("session", dates.weekday(session.day()) + ", " + dates.hour(session.hour(hearing))));
        if (session.place() != null) {
            facts.add(new Fact("place", session.place()));
        }
        facts.add(new Fact("mode", say("jury.mode." + session.mode())));
        return facts;
    }

    private List<Member> panel(JurySession session, Hearing hearing) {
        Set<SeatId> handedIn = Set.copyOf(evaluations.handedIn(hearing.id()));
        return session.seats().stream()
                .map(seat -> new Member(
                        name(seat.person()),
                        say("jury.role." + seat.role()),
                        say("jury.college." + seat.college()),
                        seat.qualified(),
                        handedIn.contains(seat.id())))
                .toList();
    }

    private List<Line> lines(Journey journey, Hearing.Deliberation deliberation) {
        return deliberation.decisions().stream()
                .map(decision -> new Line(title(journey, decision), decision))
                .toList();
    }

    private String title(Journey journey, BlockDecision decision) {
        return certifications
                .standard(journey.certification())
                .block(decision.code())
                .map(block -> block.code() + " · " + block.title())
                .orElse(decision.block());
    }

    private @Nullable String heldBefore(Journey journey, Hearing.Deliberation deliberation) {
        Set<String> now =
                deliberation.decisions().stream().map(BlockDecision::block).collect(Collectors.toSet());
        String held = blocks.heldFor(journey).stream()
                .map(AcquiredBlock::code)
                .map(code -> code.value())
                .filter(code -> !now.contains(code))
                .collect(Collectors.joining(", "));
        return held.isEmpty() ? null : held;
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.FRENCH);
    }
}
