package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.MinutesRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the jury decides, closed by its president, then signed. Blocs are acquired with the signature, and only added to. */
@Service
@Transactional
public class Deliberations {

    private final JuryHearings hearings;
    private final HearingRows rows;
    private final MinutesRows kept;
    private final Minutes minutes;
    private final Evaluations evaluations;
    private final Journeys journeys;
    private final Certifications certifications;
    private final AcquiredBlocks blocks;
    private final JuryDelays delays;
    private final Worklist worklist;
    private final Processes processes;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Deliberations(
            JuryHearings hearings,
            HearingRows rows,
            MinutesRows kept,
            Minutes minutes,
            Evaluations evaluations,
            Journeys journeys,
            Certifications certifications,
            AcquiredBlocks blocks,
            JuryDelays delays,
            Worklist worklist,
            Processes processes,
            CurrentPerson current,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.hearings = hearings;
        this.rows = rows;
        this.kept = kept;
        this.minutes = minutes;
        this.evaluations = evaluations;
        this.journeys = journeys;
        this.certifications = certifications;
        this.blocks = blocks;
        this.delays = delays;
        this.worklist = worklist;
        this.processes = processes;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The hearing, for its president only. */
    @Transactional(readOnly = true)
    public Sitting presided(HearingId id) {
        return presided(hearings.sitting(id));
    }

    /**
     * Closes the deliberation bloc by bloc; the outcome follows from the decisions.
     *
     * @throws BusinessRefusal when a bloc is left out, a refusal has no reason, or the voices say otherwise
     */
    public Outcome decide(HearingId id, List<BlockDecision> decisions, @Nullable String observations) {
        Sitting sitting = presided(hearings.lockSitting(id));
        Hearing hearing = sitting.hearing();
        List<SkillBlock> examined = evaluations.examined(hearing);
        Set<SkillBlockCode> decided =
                decisions.stream().map(BlockDecision::code).collect(Collectors.toSet());
        boolean each = decisions.size() == examined.size()
                && examined.stream().map(SkillBlock::code).allMatch(decided::contains);
        if (!each) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.bloc-left-out");
        }
        int seats = sitting.session().seats().size();
        for (BlockDecision decision : decisions) {
            check(decision, seats);
        }
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        List<BlockDecision> obtained =
                decisions.stream().filter(BlockDecision::obtained).toList();
        Outcome outcome = Outcome.of(decisions.size(), obtained.size(), heldAfter(journey, obtained));
        close(sitting, journey, outcome, decisions, observations);
        return outcome;
    }

    /** The candidate excused or absent, or the jury adjourned: no bloc is looked at, and another hearing follows. */
    public void withoutDecision(HearingId id, Outcome said, @Nullable String observations) {
        if (!said.undecided()) {
            throw new IllegalArgumentException(said + " follows from decisions on blocs");
        }
        Sitting sitting = presided(hearings.lockSitting(id));
        close(sitting, journeys.find(sitting.hearing().journey()).orElseThrow(), said, List.of(), observations);
    }

    static void check(BlockDecision decision, int seats) {
        int votes = decision.votesFor() + decision.votesAgainst();
        if (decision.votesFor() < 0 || decision.votesAgainst() < 0 || votes == 0 || votes > seats) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.votes", decision.block(), seats);
        }
        if (!decision.agreesWithVotes()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.votes-disagree", decision.block());
        }
        if (!decision.obtained() && decision.reasons().isBlank()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.refusal-unreasoned", decision.block());
        }
    }

    private void close(
            Sitting sitting,
            Journey journey,
            Outcome outcome,
            List<BlockDecision> decisions,
            @Nullable String observations) {
        Hearing hearing = sitting.hearing();
        if (!hearing.marksClosed()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.marks-open");
        }
        if (hearing.deliberation() != null) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.deliberated");
        }
        Instant now = clock.instant();
        Instant due = delays.resultDue(journey, now);
        rows.deliberated(
                hearing.id(),
                new Hearing.Deliberation(
                        outcome, decisions, observations, current.get().id(), now, due));
        worklist.submit(
                journey.id(),
                TaskKind.DELIBERATE,
                Map.of("outcome", outcome.name(), "resultDue", Journeys.engineDate(due)));
        audit.record(
                journey.id().value(),
                "deliberate",
                Map.of("decision", outcome.name(), "blocks", codes(decisions), "hearing", hearing.key()));
    }

    /** The minutes as they are: signed ones from the archive, else a draft. For the panel and the body's agents. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public byte[] minutes(HearingId id) {
        Hearing hearing = readable(id);
        return kept.find(id).orElseGet(() -> minutes.write(hearing, null));
    }

    private Hearing readable(HearingId id) {
        SignedIn me = current.get();
        Hearing hearing = rows.find(id)
                .filter(found -> found.deliberation() != null)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing"));
        boolean staff = journeys.find(hearing.journey()).orElseThrow().handledBy(me);
        return staff ? hearing : hearings.sitting(id).hearing();
    }

    /**
     * The president signs: the minutes are kept as signed, the blocs obtained are the candidate's, the result may leave.
     * The PDF is pressed outside the transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void sign(HearingId id) {
        Hearing seen = presided(hearings.sitting(id)).hearing();
        if (seen.deliberation() == null) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.not-deliberated");
        }
        Instant now = clock.instant();
        byte[] pdf = minutes.write(seen, now);
        transaction.executeWithoutResult(status -> sign(id, pdf, now));
    }

    private void sign(HearingId id, byte[] pdf, Instant now) {
        Hearing hearing = presided(hearings.lockSitting(id)).hearing();
        if (hearing.signed()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.signed");
        }
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        kept.keep(id, pdf, now);
        blocks.acquire(
                journey,
                hearing.deliberation().obtained().stream()
                        .map(BlockDecision::code)
                        .toList(),
                Source.JURY,
                now.atZone(LegalClock.ZONE).toLocalDate());
        rows.signed(id, now);
        worklist.settleAlerts(journey.id(), TaskKind.RESULT_LATE);
        processes.message(journey.id(), "minutes-signed", hearing.key(), Map.of());
        audit.record(
                journey.id().value(),
                "sign-minutes",
                Map.of(
                        "hearing",
                        hearing.key(),
                        "decision",
                        hearing.deliberation().outcome().name(),
                        "sha256",
                        fr.acquis.shared.Sha256.of(pdf).hex()));
    }

    private Sitting presided(Sitting sitting) {
        if (!sitting.presidedBy(current.get().id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing");
        }
        return sitting;
    }

    private boolean heldAfter(Journey journey, List<BlockDecision> obtained) {
        Set<SkillBlockCode> held = Stream.concat(
                        blocks.heldFor(journey).stream().map(AcquiredBlock::code),
                        obtained.stream().map(BlockDecision::code))
                .collect(Collectors.toSet());
        return certifications.standard(journey.certification()).blocks().stream()
                .map(SkillBlock::code)
                .allMatch(held::contains);
    }

    private static String codes(List<BlockDecision> decisions) {
        return decisions.stream()
                .filter(BlockDecision::obtained)
                .map(BlockDecision::block)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
