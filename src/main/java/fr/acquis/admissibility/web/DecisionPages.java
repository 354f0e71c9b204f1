package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.PieceCheck;
import fr.acquis.admissibility.Proposal;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.certification.Certifications;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agent's page: what the rules propose and why, the facts and pieces beside, and the three ways to decide. */
@Controller
class DecisionPages {

    private final Decisions decisions;
    private final Livret1s livrets;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Certifications certifications;
    private final Evidences evidences;
    private final People people;
    private final MessageSource messages;

    DecisionPages(
            Decisions decisions,
            Livret1s livrets,
            Journeys journeys,
            Worklist worklist,
            Certifications certifications,
            Evidences evidences,
            People people,
            MessageSource messages) {
        this.decisions = decisions;
        this.livrets = livrets;
        this.journeys = journeys;
        this.worklist = worklist;
        this.certifications = certifications;
        this.evidences = evidences;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/decision")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = submitted(id);
        return page(journey, DecisionDraft.fresh(pieces(journey)), model, locale);
    }

    private Journey submitted(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (journey.submittedAt() == null) {
            throw new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.not-submitted");
        }
        return journey;
    }

    private List<PieceCheck.PieceState> pieces(Journey journey) {
        return livrets.pieces(journey, livrets.get(journey.id()));
    }

    private String page(Journey journey, DecisionDraft draft, Model model, Locale locale) {
        Livret1 livret = livrets.get(journey.id());
        Task task = worklist.open(journey.id(), TaskKind.DECIDE_ADMISSIBILITY).orElse(null);
        model.addAttribute("journey", journey);
        model.addAttribute("draft", draft);
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("livret", livret);
        model.addAttribute(
                "blocks", certifications.standard(journey.certification()).blocks());
        model.addAttribute("task", task);
        model.addAttribute("proposal", task == null ? null : Proposal.of(task.context()));
        model.addAttribute("held", evidences.list(journey.id()));
        model.addAttribute("lastDay", journey.clock().lastDay().orElse(null));
        model.addAttribute("clock", journey.clock());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("admissibility.decision", null, locale))));
        return "admissibility/decision";
    }

    @PostMapping("/journeys/{id}/decision/admissible")
    String admit(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes next) {
        decisions.declareAdmissible(new JourneyId(id), comment);
        Flash.ok("admissibility.decided.RECEVABLE").on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/refusal")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> criterion,
            @RequestParam(defaultValue = "") List<String> reason,
            @RequestParam(defaultValue = "") List<String> advice,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        List<RefusalReason> reasons = new ArrayList<>();
        for (int line = 0; line < criterion.size(); line++) {
            if (!criterion.get(line).isBlank() || !at(reason, line).isBlank()) {
                reasons.add(new RefusalReason(
                        criterion.get(line).strip(),
                        at(reason, line).strip(),
                        at(advice, line).isBlank() ? null : at(advice, line).strip()));
            }
        }
        try {
            decisions.declareNotAdmissible(new JourneyId(id), null, reasons);
        } catch (BusinessRefusal no) {
            Journey journey = sentBack(id, no, response);
            return page(journey, DecisionDraft.refused(no.key(), reasons, pieces(journey)), model, locale);
        }
        Flash.ok("admissibility.decided.NON_RECEVABLE").on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/completion")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> piece,
            @RequestParam(defaultValue = "") List<String> expected,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate answerBy,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        List<CompletionRequest.Piece> pieces = new ArrayList<>();
        for (int line = 0; line < piece.size(); line++) {
            if (!piece.get(line).isBlank()) {
                pieces.add(new CompletionRequest.Piece(
                        piece.get(line).strip(),
                        at(expected, line).isBlank() ? null : at(expected, line).strip()));
            }
        }
        try {
            decisions.requestCompletion(new JourneyId(id), pieces, answerBy);
        } catch (BusinessRefusal no) {
            Journey journey = sentBack(id, no, response);
            return page(journey, DecisionDraft.asked(no.key(), pieces, answerBy), model, locale);
        }
        Flash.ok("admissibility.decided.A_COMPLETER").on(next);
        return "redirect:/worklist";
    }

    /** What can be corrected is corrected on the page; what cannot, a case decided meanwhile, is told as everywhere. */
    private Journey sentBack(UUID id, BusinessRefusal no, HttpServletResponse response) {
        if (no.kind() != BusinessRefusal.Kind.INVALID) {
            throw no;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return submitted(id);
    }

    private static String at(List<String> values, int line) {
        return line < values.size() ? values.get(line) : "";
    }
}
