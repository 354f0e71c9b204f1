package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.DecisionDrafts;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.GapAnalysis;
import fr.acquis.admissibility.LegalSteps;
import fr.acquis.admissibility.LegalTexts;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.PieceCheck.PieceState;
import fr.acquis.admissibility.PortalFilings;
import fr.acquis.admissibility.Proposal;
import fr.acquis.admissibility.ProposedDecision;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Standard;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.ReadingState;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an agent sees to decide: the file, the gaps, the clock, what the rules propose, and the ways to decide. */
@Component
class DecisionSheet {

    private static final Set<ReadingState> UNREADABLE =
            Set.of(ReadingState.UNREADABLE, ReadingState.ENCRYPTED, ReadingState.EMPTY);

    private final Decisions decisions;
    private final DecisionDrafts drafts;
    private final CompletionAnswers answers;
    private final Livret1s livrets;
    private final GapAnalysis gaps;
    private final LegalSteps legal;
    private final PortalFilings filings;
    private final LegalTexts texts;
    private final Criteria criteria;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Certifications certifications;
    private final Evidences evidences;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Clock clock;

    DecisionSheet(
            Decisions decisions,
            DecisionDrafts drafts,
            CompletionAnswers answers,
            Livret1s livrets,
            GapAnalysis gaps,
            LegalSteps legal,
            PortalFilings filings,
            LegalTexts texts,
            Criteria criteria,
            Journeys journeys,
            Worklist worklist,
            Certifications certifications,
            Evidences evidences,
            People people,
            CurrentPerson current,
            MessageSource messages,
            Clock clock) {
        this.decisions = decisions;
        this.drafts = drafts;
        this.answers = answers;
        this.livrets = livrets;
        this.gaps = gaps;
        this.legal = legal;
        this.filings = filings;
        this.texts = texts;
        this.criteria = criteria;
        this.journeys = journeys;
        this.worklist = worklist;
        this.certifications = certifications;
        this.evidences = evidences;
        this.people = people;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    /** A filed case of the signed-in person's body, and not their own. */
    Journey submitted(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        boolean own = journey.candidate().equals(current.get().id());
        if (journey.submittedAt() == null || own || !journey.handledBy(current.get())) {
            throw new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.not-submitted");
        }
        return journey;
    }

    Standard standard(Journey journey) {
        return certifications.standard(journey.certification());
    }

    /** The forms as the signed-in person left them, or as they are offered. */
    DecisionDraft begun(Journey journey, Locale locale) {
        return drafts.mine(journey.id())
                .map(kept -> DecisionDraft.kept(kept.words()))
                .orElseGet(() -> fresh(journey, locale));
    }

    /** The forms before anything is typed: all that the check found missing or unreadable is on the list. */
    private DecisionDraft fresh(Journey journey, Locale locale) {
        List<CompletionRequest.Piece> pieces = new ArrayList<>();
        livrets.pieces(journey, livrets.get(journey.id())).stream()
                .filter(PieceState::missing)
                .map(state -> new CompletionRequest.Piece(
                        state.piece().label(),
                        messages.getMessage(
                                "admissibility.expected." + state.piece().code(), null, "", locale),
                        state.piece().code()))
                .forEach(pieces::add);
        evidences.list(journey.id()).stream()
                .filter(piece -> piece.opens()
                        && UNREADABLE.contains(piece.current().reading().state()))
                .map(piece -> new CompletionRequest.Piece(
                        piece.current().fileName(), text("admissibility.expected.unreadable", locale)))
                .forEach(pieces::add);
        return DecisionDraft.fresh(pieces);
    }

    String page(Journey journey, DecisionDraft draft, Model model, Locale locale) {
        Task task = worklist.open(journey.id(), TaskKind.DECIDE_ADMISSIBILITY).orElse(null);
        model.addAttribute("journey", journey);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "kept",
                drafts.mine(journey.id()).map(DecisionDrafts.Kept::savedAt).orElse(null));
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("livret", livrets.get(journey.id()));
        model.addAttribute("blocks", standard(journey).blocks());
        model.addAttribute("task", task);
        model.addAttribute("proposal", task == null ? null : Proposal.of(task.context()));
        model.addAttribute("held", pieces(journey));
        model.addAttribute("answers", answered(journey));
        model.addAttribute("gaps", gaps.of(journey));
        model.addAttribute("reckoning", legal.of(journey, locale));
        model.addAttribute("portal", PortalPanel.of(journey, filings).orElse(null));
        toDecide(journey, model, locale);
        secondPerson(journey, model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(text("journey.cases", locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(text("admissibility.decision", locale))));
        return "admissibility/decision";
    }

    /** How the last request for completion stands, piece by piece. */
    private List<CompletionAnswers.PieceAnswer> answered(Journey journey) {
        return decisions.completionRequests(journey.id()).stream()
                .reduce((earlier, last) -> last)
                .map(answers::of)
                .orElse(List.of());
    }

    private List<Evidence> pieces(Journey journey) {
        return evidences.list(journey.id());
    }

    private void toDecide(Journey journey, Model model, Locale locale) {
        model.addAttribute("criteria", criteria.groups(standard(journey), locale));
        model.addAttribute("options", criteria.options(locale));
        model.addAttribute(
                "effect", texts.effectOfCompletion(journey.with(journey.clock().asking(clock.instant())), locale));
        model.addAttribute(
                "appeal",
                texts.appeal(journey, clock.instant().atZone(LegalClock.ZONE).toLocalDate()));
    }

    private void secondPerson(Journey journey, Model model) {
        ProposedDecision proposed = decisions.proposed(journey.id()).orElse(null);
        model.addAttribute("proposed", proposed);
        model.addAttribute(
                "proposer",
                proposed == null
                        ? null
                        : people.find(proposed.proposedBy())
                                .map(Person::displayName)
                                .orElse("—"));
        model.addAttribute(
                "ownProposal",
                proposed != null && proposed.proposedBy().equals(current.get().id()));
        model.addAttribute("confirmedRefusal", decisions.wantsSecondPerson(journey, Outcome.NON_RECEVABLE));
        model.addAttribute("confirmedAdmission", decisions.wantsSecondPerson(journey, Outcome.RECEVABLE));
        model.addAttribute(
                "sentBack",
                decisions.proposals(journey.id()).stream()
                        .reduce((earlier, last) -> last)
                        .filter(last -> last.settlement() == ProposedDecision.Settlement.SENT_BACK)
                        .orElse(null));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
