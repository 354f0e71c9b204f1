package fr.acquis.award.web;

import fr.acquis.award.CpneDecisions;
import fr.acquis.award.Deliveries;
import fr.acquis.award.Deliveries.Answer;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The CPNE's page: a whole session delivered at once, an answer per row, or one result back to the jury. */
@Controller
class DeliveryPages {

    private final Deliveries deliveries;
    private final CpneDecisions decisions;

    private final MessageSource messages;

    DeliveryPages(Deliveries deliveries, CpneDecisions decisions, MessageSource messages) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.messages = messages;
    }

    /** What became of one row, in words: it waits in the session for the next page. */
    record Line(String candidate, boolean done, String words) implements Serializable {}

    @GetMapping("/deliveries")
    String waiting(Model model) {
        model.addAttribute("groups", deliveries.waiting());
        return "award/deliveries";
    }

    @PostMapping("/deliveries")
    String deliver(@RequestParam(defaultValue = "") List<UUID> journey, RedirectAttributes next, Locale locale) {
        if (journey.isEmpty()) {
            Flash.warn("award.deliveries.none-chosen").on(next);
            return "redirect:/deliveries";
        }
        List<Answer> answers =
                deliveries.deliver(journey.stream().map(JourneyId::new).toList());
        long done = answers.stream().filter(Answer::done).count();
        next.addFlashAttribute(
                "answers",
                answers.stream()
                        .map(answer -> new Line(answer.candidate(), answer.done(), words(answer, locale)))
                        .toList());
        (done == answers.size()
                        ? Flash.ok("award.deliveries.done", (int) done)
                        : Flash.warn("award.deliveries.partly", (int) done, (int) (answers.size() - done)))
                .on(next);
        return "redirect:/deliveries";
    }

    private String words(Answer answer, Locale locale) {
        return messages.getMessage(answer.messageKey(), answer.values().toArray(), locale);
    }

    /** A reason that is missing is said beside its field, and nothing typed elsewhere is touched. */
    @PostMapping("/deliveries/{journey}/irregularity")
    String returnToJury(
            @PathVariable UUID journey,
            @RequestParam(defaultValue = "") String irregularity,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (irregularity.isBlank() || irregularity.strip().length() > CpneDecisions.LONGEST) {
            model.addAttribute("wrong", journey.toString());
            model.addAttribute("typed", irregularity);
            response.setStatus(422);
            return waiting(model);
        }
        decisions.returnToJury(new JourneyId(journey), irregularity);
        Flash.ok("award.returned").on(next);
        return "redirect:/deliveries";
    }
}
