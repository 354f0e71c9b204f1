package fr.acquis.award.web;

import fr.acquis.award.AcquiredBlocks;
import fr.acquis.award.Closing;
import fr.acquis.award.Closings;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager closes a case, saying why. */
@Controller
class ClosingPages {

    private final Closings closings;
    private final Journeys journeys;
    private final AcquiredBlocks blocks;
    private final People people;
    private final MessageSource messages;

    ClosingPages(Closings closings, Journeys journeys, AcquiredBlocks blocks, People people, MessageSource messages) {
        this.closings = closings;
        this.journeys = journeys;
        this.blocks = blocks;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/closing")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", new ClosingForm());
        return page(journeys.get(new JourneyId(id)), model, locale);
    }

    @PostMapping("/journeys/{id}/closing")
    String close(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ClosingForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        if (result.hasErrors()) {
            response.setStatus(422);
            return page(journey, model, locale);
        }
        closings.close(
                journey.id(),
                List.of(new Closing.Reason(
                        form.getCriterion().strip(),
                        form.getReason().strip(),
                        form.getAdvice().isBlank() ? null : form.getAdvice().strip())));
        Flash.ok("award.closing.done").on(next);
        return "redirect:/journeys/" + id;
    }

    private String page(Journey journey, Model model, Locale locale) {
        model.addAttribute("journey", journey);
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("held", blocks.titlesHeldFor(journey));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("award.closing", null, locale))));
        return "award/closing";
    }

    /** As the browser sends it. */
    static class ClosingForm {

        @NotBlank(message = "{award.closing.criterion.required}")
        @Size(max = 300)
        private String criterion = "";

        @NotBlank(message = "{award.closing.reason.required}")
        @Size(max = 2000)
        private String reason = "";

        @Size(max = 2000)
        private String advice = "";

        public String getCriterion() {
            return criterion;
        }

        public void setCriterion(String criterion) {
            this.criterion = criterion;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }

        public String getAdvice() {
            return advice;
        }

        public void setAdvice(String advice) {
            this.advice = advice;
        }
    }
}
