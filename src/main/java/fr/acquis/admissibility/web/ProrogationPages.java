package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Prorogation;
import fr.acquis.admissibility.Prorogations;
import fr.acquis.certification.Certifications;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A recevabilité kept longer: asked for in a sentence, answered in another. */
@Controller
class ProrogationPages {

    private static final String PATH = "/journeys/{id}/prorogation";

    private final Prorogations prorogations;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;

    ProrogationPages(
            Prorogations prorogations,
            Journeys journeys,
            Certifications certifications,
            People people,
            CurrentPerson current,
            MessageSource messages) {
        this.prorogations = prorogations;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(new JourneyId(id), model, locale, null, null);
    }

    @PostMapping(PATH)
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        prorogations.ask(new JourneyId(id), reason);
        Flash.ok("admissibility.prorogation.asked").on(next);
        return "redirect:/journeys/" + id + "/prorogation";
    }

    @PostMapping(PATH + "/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam boolean granted,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            prorogations.answer(new JourneyId(id), granted, comment);
        } catch (BusinessRefusal refusal) {
            if (refusal.kind() != BusinessRefusal.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(new JourneyId(id), model, locale, "admissibility.refused.prorogation-reason", comment);
        }
        Flash.ok(granted ? "admissibility.prorogation.granted" : "admissibility.prorogation.refused")
                .on(next);
        return "redirect:/journeys/" + id + "/prorogation";
    }

    private String page(JourneyId id, Model model, Locale locale, @Nullable String wrong, @Nullable String comment) {
        Journey journey = journeys.get(id);
        List<Prorogation> asked = prorogations.of(id);
        boolean own = journey.candidate().equals(current.get().id());
        boolean answers = !own && asked.stream().anyMatch(Prorogation::pending);
        model.addAttribute("journey", journey);
        model.addAttribute(
                "about", own ? messages.getMessage("admissibility.prorogation.line", null, locale) : about(journey));
        model.addAttribute("asked", asked);
        model.addAttribute("until", prorogations.validUntil(id).orElse(null));
        model.addAttribute("renewal", prorogations.renewal(journey).orElse(null));
        model.addAttribute("mayAsk", prorogations.mayAsk(journey));
        model.addAttribute("answers", answers);
        model.addAttribute("extension", answers ? prorogations.extended(journey) : null);
        model.addAttribute("wrong", wrong);
        model.addAttribute("comment", comment);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                messages.getMessage(own ? "journey.mine" : "journey.cases", null, locale),
                                own ? "/journeys" : "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("admissibility.prorogation", null, locale))));
        return "admissibility/prorogation";
    }

    /** Whose request it is, for who answers. */
    private String about(Journey journey) {
        return people.find(journey.candidate()).map(Person::displayName).orElse("—") + " · "
                + certifications.get(journey.certification()).title();
    }
}
