package fr.acquis.evidence.web;

import fr.acquis.evidence.AskedRooms;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.Facts;
import fr.acquis.evidence.web.PieceModel.Typed;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pieces of a case, and one of them: where it stands, what it is taken for and why, what it says, and what people answer. */
@Controller
class PiecePages {

    private final Evidences evidences;
    private final Facts facts;
    private final PieceModel pieces;
    private final AskedRooms access;
    private final CurrentPerson current;

    PiecePages(Evidences evidences, Facts facts, PieceModel pieces, AskedRooms access, CurrentPerson current) {
        this.evidences = evidences;
        this.facts = facts;
        this.pieces = pieces;
        this.access = access;
        this.current = current;
    }

    @GetMapping("/journeys/{id}/evidence")
    String list(@PathVariable UUID id, Model model) {
        pieces.list(seen(id), model);
        return "evidence/dossier";
    }

    /** The list alone, asked for again while the machine works. */
    @GetMapping("/journeys/{id}/evidence/progress")
    String progress(@PathVariable UUID id, Model model) {
        pieces.list(seen(id), model);
        return "evidence/dossier :: rows";
    }

    @GetMapping("/evidence/{id}")
    String piece(@PathVariable UUID id, Model model) {
        pieces.piece(pieces.piece(new EvidenceId(id)), null, model);
        return "evidence/piece";
    }

    /** The steps alone; once they are done, the page is asked to come whole. */
    @GetMapping("/evidence/{id}/progress")
    String steps(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Evidence piece = pieces.piece(new EvidenceId(id));
        pieces.steps(piece, model);
        if (!piece.underWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "evidence/piece :: progress";
    }

    @PostMapping("/evidence/{id}/kind")
    String nameKind(@PathVariable UUID id, @RequestParam EvidenceKind kind, RedirectAttributes redirect) {
        evidences.nameKind(new EvidenceId(id), kind);
        Flash.ok("evidence.kind.named").on(redirect);
        return back(id);
    }

    @PostMapping("/evidence/{id}/name")
    String answerName(@PathVariable UUID id, @RequestParam boolean theirs, RedirectAttributes redirect) {
        facts.answerName(new EvidenceId(id), theirs);
        Flash.ok("evidence.name.answered").on(redirect);
        return back(id);
    }

    @PostMapping("/evidence/{id}/facts/{line}/confirmation")
    String confirm(@PathVariable UUID id, @PathVariable int line, RedirectAttributes redirect) {
        return answered(id, redirect, "evidence.facts.confirmed", () -> facts.confirm(new EvidenceId(id), line));
    }

    @PostMapping("/evidence/{id}/facts/{line}/rejection")
    String reject(@PathVariable UUID id, @PathVariable int line, RedirectAttributes redirect) {
        return answered(id, redirect, "evidence.facts.rejected", () -> facts.reject(new EvidenceId(id), line));
    }

    @PostMapping("/evidence/{id}/facts/{line}/correction")
    String correct(
            @PathVariable UUID id,
            @PathVariable int line,
            @ModelAttribute LineForm form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return sentBack(id, new Typed(line, form, problems), model, response);
        }
        return answered(
                id, redirect, "evidence.facts.corrected", () -> facts.correct(new EvidenceId(id), line, form.answer()));
    }

    @PostMapping("/evidence/{id}/facts")
    String add(
            @PathVariable UUID id,
            @ModelAttribute LineForm form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return sentBack(id, new Typed(0, form, problems), model, response);
        }
        return answered(id, redirect, "evidence.facts.added", () -> facts.add(new EvidenceId(id), form.answer()));
    }

    private String sentBack(UUID id, Typed typed, Model model, HttpServletResponse response) {
        pieces.piece(pieces.piece(new EvidenceId(id)), typed, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "evidence/piece";
    }

    /** Who looks at the page meanwhile reads why their answer does not count any more. */
    private static String answered(UUID id, RedirectAttributes redirect, String done, Runnable answer) {
        try {
            answer.run();
            Flash.ok(done).on(redirect);
        } catch (BusinessRefusal no) {
            if (no.kind() == BusinessRefusal.Kind.NOT_FOUND) {
                throw no;
            }
            Flash.warn(no.key()).on(redirect);
        }
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/evidence/" + id;
    }

    private JourneyId seen(UUID id) {
        JourneyId journey = new JourneyId(id);
        if (!access.sees(journey, current.get())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return journey;
    }
}
