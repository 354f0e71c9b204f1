package fr.acquis.admissibility;

import fr.acquis.admissibility.store.Livret1Rows;
import fr.acquis.admissibility.store.PaperRows;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regime;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.Standard;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidate's form: written page by page, submitted once, completed when asked. */
@Service
@Transactional
public class Livret1s {

    private final Livret1Rows rows;
    private final PaperRows papers;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Regulations regulations;
    private final Evidences evidences;
    private final Worklist worklist;
    private final CompletionRequests requests;
    private final CompletionAnswers answers;
    private final Receipts receipts;
    private final CurrentPerson current;
    private final Clock clock;

    Livret1s(
            Livret1Rows rows,
            PaperRows papers,
            Journeys journeys,
            Certifications certifications,
            Regulations regulations,
            Evidences evidences,
            Worklist worklist,
            CompletionRequests requests,
            CompletionAnswers answers,
            Receipts receipts,
            CurrentPerson current,
            Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.journeys = journeys;
        this.certifications = certifications;
        this.regulations = regulations;
        this.evidences = evidences;
        this.worklist = worklist;
        this.requests = requests;
        this.answers = answers;
        this.receipts = receipts;
        this.current = current;
        this.clock = clock;
    }

    /** The form of a case the signed-in person may see. */
    @Transactional(readOnly = true)
    public Livret1 get(JourneyId id) {
        journeys.get(id);
        return rows.find(id);
    }

    /** For the product's own work, nobody's sight checked. */
    @Transactional(readOnly = true)
    public Livret1 held(JourneyId id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Instant> savedAt(JourneyId id) {
        return rows.savedAt(id);
    }

    /** Whether the signed-in person may write the form now: its candidate, before filing or while asked to complete it. */
    @Transactional(readOnly = true)
    public boolean mayWrite(Journey journey) {
        return current.find()
                        .filter(person -> person.id().equals(journey.candidate()))
                        .isPresent()
                && !journey.isOver()
                && (journey.isDraft()
                        || worklist.open(journey.id(), TaskKind.COMPLETE_LIVRET1)
                                .isPresent());
    }

    /** Saves one page of the form, whatever it lacks. */
    public void write(JourneyId id, UnaryOperator<Livret1> page) {
        Journey journey = journeys.get(id);
        if (!mayWrite(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.not-writable");
        }
        Instant now = clock.instant();
        rows.save(id, page.apply(rows.lock(id, now)), now);
    }

    /** What still stands between this form and its submission. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(JourneyId id) {
        Journey journey = journeys.get(id);
        Livret1 livret = rows.find(id);
        Standard standard = certifications.standard(journey.certification());
        List<Gap> gaps = new ArrayList<>(
                new Livret1Check(standard, prerequisites(journey), portal(journey), proofs(journey), today())
                        .of(livret));
        pieces(journey, livret).stream()
                .filter(PieceCheck.PieceState::missing)
                .forEach(state -> gaps.add(new Gap(
                        Section.PIECES,
                        "",
                        "admissibility.gap.piece",
                        state.piece().label())));
        return List.copyOf(gaps);
    }

    @Transactional(readOnly = true)
    public List<PieceCheck.PieceState> pieces(Journey journey, Livret1 livret) {
        return PieceCheck.of(livret, regulation(journey), evidences.held(journey.id()));
    }

    /** What the certification asks to be held before it is delivered; empty where its règlement names nothing. */
    @Transactional(readOnly = true)
    public List<String> prerequisites(Journey journey) {
        return regulation(journey).prerequisites();
    }

    /** Whether the regime of the case has the legal filing on the State's portal. */
    @Transactional(readOnly = true)
    public boolean portal(Journey journey) {
        return regulation(journey).regime() == Regime.FRANCE_VAE;
    }

    private Set<UUID> proofs(Journey journey) {
        return PieceCheck.proofs(evidences.held(journey.id())).stream()
                .map(evidence -> evidence.id().value())
                .collect(Collectors.toSet());
    }

    private Regulation regulation(Journey journey) {
        return regulations.on(
                journey.certification(), journey.regulationOn() == null ? today() : journey.regulationOn());
    }

    /**
     * Files the request: from here the legal delay runs.
     *
     * @throws BusinessRefusal while anything is missing
     */
    public Journey submit(JourneyId id) {
        Journey draft = journeys.get(id);
        requireCandidate(draft);
        if (!gaps(id).isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.incomplete");
        }
        Journey submitted = journeys.submit(id, target(held(id).request()));
        papers.forget(id);
        receipts.acknowledge(submitted);
        return submitted;
    }

    private static Set<SkillBlockCode> target(Livret1.Request request) {
        return request.target() == Livret1.Target.BLOCKS
                ? request.blocks().stream().map(SkillBlockCode::new).collect(Collectors.toSet())
                : Set.of();
    }

    /**
     * The candidate has answered what was asked for, and sends it.
     *
     * @throws BusinessRefusal while a piece has no answer
     */
    public void complete(JourneyId id) {
        Journey journey = journeys.get(id);
        requireCandidate(journey);
        // The case's row first, as every verb does: two acts on one case wait for each other instead of deadlocking.
        journeys.complete(id);
        requests.pending(id).ifPresent(answers::settle);
        requests.answer(id);
        worklist.submit(id, TaskKind.COMPLETE_LIVRET1, Map.of());
    }

    private void requireCandidate(Journey journey) {
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "admissibility.refused.not-the-candidate");
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
