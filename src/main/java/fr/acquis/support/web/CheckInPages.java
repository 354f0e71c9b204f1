package fr.acquis.support.web;

import fr.acquis.forms.RefusedAnswer;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.support.CheckIn;
import fr.acquis.support.CheckIns;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.SupportAnswers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidate is asked: continue, pause or stop, each with what follows from it. */
@Controller
class CheckInPages {

    private final SupportScene scene;
    private final CheckIns checkIns;
    private final SupportAnswers answers;
    private final PlannedSessions planned;
    private final MessageSource messages;

    CheckInPages(
            SupportScene scene,
            CheckIns checkIns,
            SupportAnswers answers,
            PlannedSessions planned,
            MessageSource messages) {
        this.scene = scene;
        this.checkIns = checkIns;
        this.answers = answers;
        this.planned = planned;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/support/check-in")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        scene.open(journey, model, locale, "support.check-in");
        model.addAttribute(
                "open",
                checkIns.of(journey).stream()
                        .filter(CheckIn::isOpen)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("planned", planned.of(journey).size());
        model.addAttribute("answers", CheckIn.Answer.values());
        return "support/check-in";
    }

    @PostMapping("/journeys/{id}/support/check-in")
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) CheckIn.@Nullable Answer answer,
            @RequestParam(defaultValue = "") String word,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (answer == null) {
                throw new RefusedAnswer("answer", "support.refused.no-answer");
            }
            answers.answer(new JourneyId(id), answer, word);
        } catch (RefusedAnswer refused) {
            response.setStatus(422);
            model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
            model.addAttribute("chosen", answer);
            model.addAttribute("typed", word);
            return show(id, model, locale);
        }
        Flash.ok("support.check-in.done." + answer).on(next);
        return "redirect:/journeys/" + id;
    }
}
