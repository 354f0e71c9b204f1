package fr.acquis.award.web;

import fr.acquis.award.AcquiredBlocks;
import fr.acquis.award.Appeals;
import fr.acquis.award.AwardDocuments;
import fr.acquis.award.NextStep;
import fr.acquis.award.NextSteps;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
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

/** After a result that leaves blocs to obtain: continue or stop, and what each means. */
@Controller
class NextStepPages {

    private final NextSteps steps;
    private final Journeys journeys;
    private final AcquiredBlocks blocks;
    private final AwardDocuments documents;
    private final Appeals appeals;
    private final CurrentPerson current;
    private final MessageSource messages;

    NextStepPages(
            NextSteps steps,
            Journeys journeys,
            AcquiredBlocks blocks,
            AwardDocuments documents,
            Appeals appeals,
            CurrentPerson current,
            MessageSource messages) {
        this.steps = steps;
        this.journeys = journeys;
        this.blocks = blocks;
        this.documents = documents;
        this.appeals = appeals;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/next")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = own(id);
        model.addAttribute("journey", journey);
        model.addAttribute("asked", steps.asked(journey.id()));
        model.addAttribute("held", blocks.titlesHeldFor(journey));
        model.addAttribute("missing", blocks.missing(journey));
        model.addAttribute("documents", documents.of(journey.id()));
        model.addAttribute("appeal", appeals.open(journey).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("award.next", null, locale))));
        return "award/next";
    }

    @PostMapping("/journeys/{id}/next")
    String choose(@PathVariable UUID id, @RequestParam NextStep next, RedirectAttributes redirect) {
        Journey journey = own(id);
        steps.choose(journey.id(), next);
        Flash.ok("award.next.chosen." + next.name()).on(redirect);
        return "redirect:/journeys/" + id;
    }

    private Journey own(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        return journey;
    }
}
