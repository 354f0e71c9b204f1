package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CaseLetters;
import fr.acquis.admissibility.DecisionLetters;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.ProposedDecision;
import fr.acquis.journey.Journey;
import fr.acquis.notification.LetterFile;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.BusinessRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The letter as it would be sent, marked "projet" on every page; nothing is kept and nobody is told. */
@Controller
class DecisionPreviews {

    private final DecisionSheet sheet;
    private final Criteria criteria;
    private final Decisions decisions;
    private final DecisionLetters letters;
    private final CaseLetters caseLetters;

    DecisionPreviews(
            DecisionSheet sheet,
            Criteria criteria,
            Decisions decisions,
            DecisionLetters letters,
            CaseLetters caseLetters) {
        this.sheet = sheet;
        this.criteria = criteria;
        this.decisions = decisions;
        this.letters = letters;
        this.caseLetters = caseLetters;
    }

    @PostMapping("/journeys/{id}/decision/preview")
    ResponseEntity<ByteArrayResource> preview(
            @PathVariable UUID id, @RequestParam DecisionDraft.Form form, HttpServletRequest request, Locale locale) {
        Journey journey = sheet.submitted(id);
        DecisionDraft draft = DecisionDraft.typed(form, request, sheet.begun(journey, locale));
        return LetterFile.draft(
                switch (form) {
                    case ADMIT -> letters.preview(journey, Outcome.RECEVABLE, draft.comment(), java.util.List.of());
                    case REFUSE ->
                        letters.preview(
                                journey,
                                Outcome.NON_RECEVABLE,
                                null,
                                draft.givenReasons(criteria, sheet.standard(journey)));
                    case ASK -> completion(journey, draft);
                });
    }

    private RenderedLetter completion(Journey journey, DecisionDraft draft) {
        if (draft.namedPieces().isEmpty()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "admissibility.refused.no-piece");
        }
        return caseLetters.preview(journey, draft.namedPieces(), DecisionPages.day(draft));
    }

    /** What the second person reads before confirming. */
    @GetMapping("/journeys/{id}/decision/proposal/letter")
    ResponseEntity<ByteArrayResource> proposed(@PathVariable UUID id) {
        Journey journey = sheet.submitted(id);
        ProposedDecision proposal = decisions
                .proposed(journey.id())
                .orElseThrow(
                        () -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "admissibility.refused.no-proposal"));
        return LetterFile.draft(letters.preview(journey, proposal.outcome(), proposal.comment(), proposal.reasons()));
    }
}
