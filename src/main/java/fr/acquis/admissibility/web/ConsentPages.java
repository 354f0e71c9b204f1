package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Consent;
import fr.acquis.admissibility.Consents;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
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

/** What the candidate lets their accompagnateur know, and the way to take it back. */
@Controller
class ConsentPages {

    private final Consents consents;
    private final Journeys journeys;
    private final MessageSource messages;

    ConsentPages(Consents consents, Journeys journeys, MessageSource messages) {
        this.consents = consents;
        this.journeys = journeys;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/consents")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        model.addAttribute("consents", consents.of(journey.id()));
        if (journey.isDraft()) {
            return "redirect:/journeys/" + id + "/livret1/statement";
        }
        model.addAttribute("journey", journey);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("admissibility.consents", null, locale))));
        return "admissibility/consents";
    }

    @PostMapping("/journeys/{id}/consents")
    String say(
            @PathVariable UUID id,
            @RequestParam Consent.Kind consent,
            @RequestParam boolean given,
            RedirectAttributes next) {
        consents.say(new JourneyId(id), consent, given);
        Flash.ok(given ? "admissibility.consent.given" : "admissibility.consent.withdrawn")
                .on(next);
        return "redirect:/journeys/" + id + "/consents";
    }
}
