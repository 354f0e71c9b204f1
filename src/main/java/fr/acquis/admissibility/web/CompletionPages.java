package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.LegalSteps;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidate's page for what was asked: each piece with its file, its answer, or why it cannot be given. */
@Controller
class CompletionPages {

    private final CompletionAnswers answers;
    private final Decisions decisions;
    private final Livret1s livrets;
    private final LegalSteps legal;
    private final Journeys journeys;
    private final MessageSource messages;

    CompletionPages(
            CompletionAnswers answers,
            Decisions decisions,
            Livret1s livrets,
            LegalSteps legal,
            Journeys journeys,
            MessageSource messages) {
        this.answers = answers;
        this.decisions = decisions;
        this.livrets = livrets;
        this.legal = legal;
        this.journeys = journeys;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/livret1/completion")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(writable(id), null, model, locale);
    }

    @PostMapping("/journeys/{id}/livret1/completion/{piece}")
    String say(
            @PathVariable UUID id,
            @PathVariable int piece,
            @RequestParam(defaultValue = "false") boolean unavailable,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        try {
            answers.say(new JourneyId(id), piece, unavailable, text);
            Flash.ok("admissibility.answer.kept", piece).on(next);
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            next.addFlashAttribute("refusedPiece", piece);
            next.addFlashAttribute("refusedKey", no.key());
        }
        return back(id, piece);
    }

    @PostMapping("/journeys/{id}/livret1/completion")
    String complete(
            @PathVariable UUID id, HttpServletResponse response, Model model, RedirectAttributes next, Locale locale) {
        Journey journey = writable(id);
        try {
            livrets.complete(journey.id());
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(journey, no.key(), model, locale);
        }
        Flash.ok("admissibility.completed").on(next);
        return "redirect:/journeys/" + id;
    }

    private String page(Journey journey, String why, Model model, Locale locale) {
        CompletionRequest request = decisions
                .pendingCompletion(journey.id())
                .orElseThrow(
                        () -> new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "admissibility.refused.not-writable"));
        List<CompletionAnswers.PieceAnswer> pieces = answers.of(request);
        model.addAttribute("journey", journey);
        model.addAttribute("request", request);
        model.addAttribute("pieces", pieces);
        model.addAttribute(
                "open",
                pieces.stream()
                        .filter(piece -> piece.state() == CompletionAnswers.State.UNANSWERED)
                        .count());
        model.addAttribute("why", why);
        model.addAttribute("reckoning", legal.of(journey, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("admissibility.asked", null, locale))));
        return "admissibility/answers";
    }

    private static String back(UUID id, int piece) {
        return "redirect:/journeys/" + id + "/livret1/completion#piece-" + piece;
    }

    private Journey writable(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!livrets.mayWrite(journey) || journey.isDraft()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "admissibility.refused.not-writable");
        }
        return journey;
    }
}
