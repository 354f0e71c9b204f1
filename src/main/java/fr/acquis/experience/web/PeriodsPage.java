package fr.acquis.experience.web;

import fr.acquis.certification.Regulations;
import fr.acquis.experience.Experience;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** From confirmed facts to periods to a total, line by line; what is missing beside it. */
@Controller
class PeriodsPage {

    private final Experience experience;
    private final Journeys journeys;
    private final Regulations regulations;
    private final CurrentPerson current;
    private final MessageSource messages;

    PeriodsPage(
            Experience experience,
            Journeys journeys,
            Regulations regulations,
            CurrentPerson current,
            MessageSource messages) {
        this.experience = experience;
        this.journeys = journeys;
        this.regulations = regulations;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/periods")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        boolean own = journey.candidate().equals(current.get().id());
        String title = messages.getMessage(own ? "experience.mine" : "experience.page", null, locale);
        model.addAttribute("journey", journey);
        model.addAttribute("own", own);
        model.addAttribute("title", title);
        model.addAttribute("proven", experience.of(journey.id()));
        if (journey.regulationOn() != null) {
            regulations
                    .on(journey.certification(), journey.regulationOn())
                    .minimumHours()
                    .ifPresent(minimum -> model.addAttribute("minimum", minimum));
        }
        model.addAttribute(
                "crumbs", List.of(new Crumb(journey.caseNumber(), "/journeys/" + journey.id()), Crumb.here(title)));
        return "experience/periods";
    }
}
