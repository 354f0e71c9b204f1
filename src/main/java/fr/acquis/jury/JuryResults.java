package fr.acquis.jury;

import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JuryRequestRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.Appeal;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.LaterLetter;
import fr.acquis.notification.LegalDate;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The signed result as it is told to the candidate, and watched until it is. */
@Component
public class JuryResults {

    private final HearingRows hearings;
    private final JurySessionRows sessions;
    private final JuryRequestRows requests;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Certifications certifications;
    private final AcquiredBlocks blocks;
    private final JuryDelays delays;
    private final Letters letters;
    private final Notifications notifications;
    private final JuryReferences references;
    private final Worklist worklist;
    private final MessageSource messages;
    private final Clock clock;

    JuryResults(
            HearingRows hearings,
            JurySessionRows sessions,
            JuryRequestRows requests,
            Journeys journeys,
            CaseMembers members,
            Certifications certifications,
            AcquiredBlocks blocks,
            JuryDelays delays,
            Letters letters,
            Notifications notifications,
            JuryReferences references,
            Worklist worklist,
            MessageSource messages,
            Clock clock) {
        this.hearings = hearings;
        this.sessions = sessions;
        this.requests = requests;
        this.journeys = journeys;
        this.members = members;
        this.certifications = certifications;
        this.blocks = blocks;
        this.delays = delays;
        this.letters = letters;
        this.notifications = notifications;
        this.references = references;
        this.worklist = worklist;
        this.messages = messages;
        this.clock = clock;
    }

    public RenderedLetter render(JourneyId id) {
        Hearing hearing = signed(id);
        Journey journey = journeys.find(id).orElseThrow();
        return letters.render(
                Addressing.of(references.of(journey), null, day(hearing.signedAt())), letter(journey, hearing));
    }

    /** Tells the candidate and answers what the process goes on with; the panel no longer sees the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> send(JourneyId id, RenderedLetter letter) {
        Hearing hearing = signed(id);
        Journey journey = journeys.find(id).orElseThrow();
        JurySession session = sessions.find(hearing.session()).orElseThrow();
        letters.keep(LetterId.about(id, "jury-result/" + hearing.key()), letter);
        notifications.tell(
                NotificationId.about(id, "jury-result/" + hearing.key(), journey.candidate()),
                journey.candidate(),
                new JuryNotification.JuryResult(references.of(journey), session.day(), JuryReferences.page(id)));
        members.of(id, Role.JUROR).forEach(person -> members.remove(id, person, Role.JUROR));
        hearings.notified(hearing.id(), clock.instant());
        Instant juryDue = requests.juryDue(id).orElseGet(clock::instant);
        return Map.of(
                "allBlocksHeld", blocks.holdsAll(journey),
                "blocksObtained", hearing.deliberation().obtained().size(),
                "juryDue", Journeys.engineDate(delays.juryDueAgain(journey, juryDue)),
                "nextStepDue", Journeys.engineDate(delays.nextStepDue(journey)));
    }

    /** The clock of the result: reached, or when to ask again. */
    @Transactional(readOnly = true)
    public Clocked clock(JourneyId id) {
        Hearing hearing = hearings.of(id).stream()
                .filter(found -> found.deliberation() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jury deliberated on the case " + id));
        Instant due = hearing.deliberation().due();
        boolean reached = !hearing.signed() && !clock.instant().isBefore(due);
        return new Clocked(reached, reached ? due : delays.nextCheck(due));
    }

    public record Clocked(boolean reached, Instant due) {}

    /** The date passed and the minutes are not signed: nothing is decided by that, a manager is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void escalate(JourneyId id) {
        Clocked clocked = clock(id);
        if (clocked.reached()) {
            worklist.alert(journeys.find(id).orElseThrow(), TaskKind.RESULT_LATE, clocked.due(), null);
        }
    }

    private LaterLetter.JuryResult letter(Journey journey, Hearing hearing) {
        Hearing.Deliberation deliberation = hearing.deliberation();
        Outcome outcome = deliberation.outcome();
        boolean refused = deliberation.decisions().stream().anyMatch(decision -> !decision.obtained());
        return new LaterLetter.JuryResult(
                sessions.find(hearing.session()).orElseThrow().day(),
                say("jury.outcome." + outcome),
                deliberation.decisions().stream()
                        .map(decision -> new LaterLetter.JuryResult.Block(
                                title(journey, decision),
                                decision.obtained(),
                                decision.reasons().isBlank() ? null : decision.reasons()))
                        .toList(),
                heldBefore(journey, deliberation),
                outcome == Outcome.WHOLE_CERTIFICATION ? delivery(journey) : null,
                nextSteps(outcome),
                refused ? appeal(journey) : null);
    }

    private List<String> nextSteps(Outcome outcome) {
        return switch (outcome) {
            case WHOLE_CERTIFICATION -> List.of(say("jury.next.cpne"), say("jury.next.certificate"));
            case ALL_TARGETED_BLOCKS, SOME_BLOCKS ->
                List.of(say("jury.next.attestation"), say("jury.next.choose"), say("jury.next.again"));
            case NO_BLOCK -> List.of(say("jury.next.choose"), say("jury.next.again"));
            case EXCUSED, ABSENT, ADJOURNED -> List.of(say("jury.next.new-date"), say("jury.next.nothing"));
        };
    }

    private LegalDate delivery(Journey journey) {
        Regulation regulation = delays.of(journey);
        return new LegalDate(
                day(delays.nextStepDue(journey)).minusDays(1),
                say("jury.rule.delivery." + regulation.value(RegulationParameters.CPNE_ROLE)),
                regulation.rule(RegulationParameters.CPNE_ROLE).source());
    }

    private Appeal appeal(Journey journey) {
        var rule = delays.of(journey).rule(RegulationParameters.APPEAL_DELAY);
        LocalDate until = day(journeys.appealUntil(journey.certification(), journey.regulationOn(), clock.instant()))
                .minusDays(1);
        return new Appeal(rule.value(), rule.source(), until, say("jury.appeal.scope"));
    }

    private List<String> heldBefore(Journey journey, Hearing.Deliberation deliberation) {
        Set<String> now =
                deliberation.decisions().stream().map(BlockDecision::block).collect(Collectors.toSet());
        return blocks.heldFor(journey).stream()
                .map(AcquiredBlock::code)
                .filter(code -> !now.contains(code.value()))
                .map(code -> certifications
                        .standard(journey.certification())
                        .block(code)
                        .map(block -> block.code() + " – " + block.title())
                        .orElse(code.value()))
                .toList();
    }

    private String title(Journey journey, BlockDecision decision) {
        return certifications
                .standard(journey.certification())
                .block(decision.code())
                .map(block -> block.code() + " – " + block.title())
                .orElse(decision.block());
    }

    private Hearing signed(JourneyId journey) {
        return hearings.of(journey).stream()
                .filter(Hearing::signed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no minutes are signed for the case " + journey));
    }

    private static LocalDate day(@Nullable Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }
}
