package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.store.EvaluationRows;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declarations and marks of the jurors, each their own; together only once they are closed. */
@Service
@Transactional
public class Evaluations {

    private final JuryHearings hearings;
    private final HearingRows rows;
    private final EvaluationRows evaluations;
    private final Journeys journeys;
    private final AcquiredBlocks blocks;
    private final JuryDelays delays;
    private final Worklist worklist;
    private final Processes processes;
    private final Notifications notifications;
    private final JuryReferences references;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Evaluations(
            JuryHearings hearings,
            HearingRows rows,
            EvaluationRows evaluations,
            Journeys journeys,
            AcquiredBlocks blocks,
            JuryDelays delays,
            Worklist worklist,
            Processes processes,
            Notifications notifications,
            JuryReferences references,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.hearings = hearings;
        this.rows = rows;
        this.evaluations = evaluations;
        this.journeys = journeys;
        this.blocks = blocks;
        this.delays = delays;
        this.worklist = worklist;
        this.processes = processes;
        this.notifications = notifications;
        this.references = references;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the signed-in juror said of this candidate; a link declared in another hearing counts. */
    @Transactional(readOnly = true)
    public Declaration declaration(Hearing hearing) {
        PersonId me = current.get().id();
        return evaluations.everLinked(me, hearing.candidate())
                ? Declaration.LINKED
                : evaluations.declared(hearing.id(), me);
    }

    /** No link to the candidate, now or before, and no support given; or a link, and somebody else must sit. */
    public void declare(HearingId id, boolean linked) {
        Sitting sitting = hearings.sitting(id);
        PersonId me = current.get().id();
        evaluations.declare(sitting.hearing(), me, linked, clock.instant());
        Hearing hearing = sitting.hearing();
        audit.record(
                hearing.journey().value(),
                linked ? "declare-link" : "declare-no-link",
                Map.of("seat", sitting.seatOf(me).id().toString()));
        if (linked) {
            notifications.tellAll(
                    Role.AGENT,
                    "juror-linked/" + hearing.key() + "/" + me,
                    new JuryNotification.JurorLinked(
                            references.of(journeys.find(hearing.journey()).orElseThrow()),
                            sitting.session().day(),
                            "/sessions/" + sitting.session().id()));
        }
    }

    /** The blocs this jury looks at: aimed at and not held yet. Once decided, those that were looked at. */
    @Transactional(readOnly = true)
    public List<SkillBlock> examined(Hearing hearing) {
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        return blocks.missing(journey);
    }

    /** The mark from which a bloc counts as shown, in the case's own règlement. */
    @Transactional(readOnly = true)
    public int threshold(Hearing hearing) {
        return delays.of(journeys.find(hearing.journey()).orElseThrow())
                .value(RegulationParameters.BLOCK_THRESHOLD_PERCENT);
    }

    @Transactional(readOnly = true)
    public Optional<Evaluation> own(Hearing hearing) {
        return evaluations.own(hearing.id(), current.get().id());
    }

    /** The panel's marks; none before they are closed, whoever asks. */
    @Transactional(readOnly = true)
    public List<Evaluation> closed(HearingId id) {
        Sitting sitting = hearings.sitting(id);
        return declaredNoLink(sitting) ? evaluations.closed(id) : List.of();
    }

    @Transactional(readOnly = true)
    public Set<SeatId> handedIn(Hearing hearing) {
        return new HashSet<>(evaluations.handedIn(hearing.id()));
    }

    /** Keeps a draft: nothing is asked of it but that it can be read. */
    public void save(HearingId id, Grid grid) {
        Sitting sitting = hearings.sitting(id);
        requireWritable(sitting);
        PersonId me = current.get().id();
        if (!evaluations.save(id, sitting.seatOf(me).id(), me, grid, clock.instant())) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.handed-in");
        }
    }

    /**
     * Hands the saved grid in. The last seat closes the marks for all.
     *
     * @throws BusinessRefusal while a skill or a bloc has no mark
     */
    public void handIn(HearingId id) {
        Sitting sitting = hearings.lockSitting(id);
        requireWritable(sitting);
        Hearing hearing = sitting.hearing();
        PersonId me = current.get().id();
        Seat seat = sitting.seatOf(me);
        Grid grid = own(hearing).map(Evaluation::grid).orElse(Grid.EMPTY);
        if (!grid.gaps(examined(hearing)).isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.grid-incomplete");
        }
        Instant now = clock.instant();
        evaluations.handIn(id, seat.id(), me, now);
        worklist.submit(hearing.journey(), TaskKind.EVALUATE, seat.id().value(), Map.of());
        audit.record(
                hearing.journey().value(),
                "hand-in-marks",
                Map.of("seat", seat.id().toString()));
        Set<SeatId> all = sitting.session().seats().stream().map(Seat::id).collect(Collectors.toSet());
        if (handedIn(hearing).containsAll(all)) {
            close(hearing, now);
        }
    }

    /** The president closes the marks though a seat is missing: open evaluations are asked of nobody any more. */
    public void closeMarks(HearingId id) {
        Sitting sitting = hearings.lockSitting(id);
        Hearing hearing = sitting.hearing();
        if (!sitting.presidedBy(current.get().id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing");
        }
        if (hearing.marksClosed()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.marks-closed");
        }
        if (worklist.open(hearing.journey(), TaskKind.EVALUATE).isEmpty()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.not-open-yet");
        }
        close(hearing, clock.instant());
        processes.message(hearing.journey(), "marks-closed", hearing.key(), Map.of());
    }

    private void close(Hearing hearing, Instant at) {
        rows.marksClosed(hearing.id(), at);
        audit.record(
                hearing.journey().value(),
                "close-marks",
                Map.of("handedIn", Integer.toString(handedIn(hearing).size())));
    }

    private void requireWritable(Sitting sitting) {
        if (!declaredNoLink(sitting)) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.declare-first");
        }
        if (sitting.hearing().marksClosed()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.marks-closed");
        }
        if (own(sitting.hearing()).filter(Evaluation::submitted).isPresent()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.handed-in");
        }
    }

    private boolean declaredNoLink(Sitting sitting) {
        return declaration(sitting.hearing()) == Declaration.NO_LINK;
    }
}
