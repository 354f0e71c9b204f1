package fr.acquis.support.web;

import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.support.Support;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportBody;
import fr.acquis.support.Supports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidate chooses who supports them, later, or nobody; asks for it later; either side ends it. */
@Controller
class ChoicePages {

    private final Supports supports;
    private final SupportBodies bodies;
    private final Journeys journeys;
    private final Certifications certifications;
    private final MessageSource messages;

    ChoicePages(
            Supports supports,
            SupportBodies bodies,
            Journeys journeys,
            Certifications certifications,
            MessageSource messages) {
        this.supports = supports;
        this.bodies = bodies;
        this.journeys = journeys;
        this.certifications = certifications;
        this.messages = messages;
    }

    /** One answer: a body's id, or LATER, or NONE. */
    static final class ChoiceForm {
        private String choice = "";

        public String getChoice() {
            return choice;
        }

        public void setChoice(String choice) {
            this.choice = choice;
        }
    }

    @GetMapping("/journeys/{id}/support")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", new ChoiceForm());
        return page(journeys.get(new JourneyId(id)), model, locale);
    }

    @PostMapping("/journeys/{id}/support")
    String choose(
            @PathVariable UUID id,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        Journey journey = journeys.get(new JourneyId(id));
        if (form.choice.isBlank()) {
            return refused(journey, binding, "support.choice.required", model, locale, response);
        }
        boolean body = !form.choice.equals("LATER") && !form.choice.equals("NONE");
        UUID chosen;
        try {
            chosen = body ? UUID.fromString(form.choice) : null;
        } catch (IllegalArgumentException unknown) {
            return refused(journey, binding, "support.refused.no-body", model, locale, response);
        }
        try {
            supports.choose(journey.id(), body ? Support.Choice.BODY : Support.Choice.valueOf(form.choice), chosen);
        } catch (BusinessRefusal no) {
            if (no.kind() == BusinessRefusal.Kind.INVALID) {
                return refused(journey, binding, no.key(), model, locale, response);
            }
            throw no;
        }
        Flash.ok("support.chosen." + (body ? "BODY" : form.choice)).on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/support/request")
    String request(@PathVariable UUID id, RedirectAttributes next) {
        supports.want(new JourneyId(id));
        Flash.ok("support.wanted").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/support/end")
    String end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        supports.end(new JourneyId(id), reason);
        Flash.ok("support.ended").on(next);
        return "redirect:/journeys/" + id;
    }

    private String refused(
            Journey journey,
            BindingResult binding,
            String key,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        binding.rejectValue("choice", key, messages.getMessage(key, null, locale));
        response.setStatus(422);
        return page(journey, model, locale);
    }

    private String page(Journey journey, Model model, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        for (SupportBody body : bodies.offered(journey.certifyingBody())) {
            choices.add(new Choice(
                    body.id().toString(),
                    body.name(),
                    body.ownTeam() ? messages.getMessage("support.choice.own-team", null, locale) : body.place()));
        }
        choices.add(choice("LATER", locale));
        choices.add(choice("NONE", locale));
        model.addAttribute("journey", journey);
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("choices", choices);
        model.addAttribute(
                "asked",
                supports.of(journey.id())
                        .filter(support -> support.choice() == null && !support.isOver())
                        .isPresent());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("support.choice.title", null, locale))));
        return "support/choice";
    }

    private Choice choice(String value, Locale locale) {
        return new Choice(
                value,
                messages.getMessage("support.choice." + value, null, locale),
                messages.getMessage("support.choice." + value + ".hint", null, locale));
    }
}
