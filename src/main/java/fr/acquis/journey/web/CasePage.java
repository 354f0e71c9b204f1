package fr.acquis.journey.web;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseHistory;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.CaseTabs;
import fr.acquis.journey.Journey;
import fr.acquis.journey.JourneyState;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.SharingConsents;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: what is expected of the reader, by when, what happens next; the rooms bring the parts. */
@Controller
class CasePage {

    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final List<CasePart> parts;
    private final CaseTabs tabs;
    private final CurrentPerson current;
    private final CaseHistory history;
    private final SharingConsents consents;
    private final MessageSource messages;

    CasePage(
            Journeys journeys,
            Certifications certifications,
            People people,
            List<CasePart> parts,
            CaseTabs tabs,
            CurrentPerson current,
            CaseHistory history,
            SharingConsents consents,
            MessageSource messages) {
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.parts = parts;
        this.tabs = tabs;
        this.current = current;
        this.history = history;
        this.consents = consents;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        SignedIn reader = current.get();
        boolean own = journey.candidate().equals(reader.id());
        model.addAttribute("journey", journey);
        model.addAttribute("own", own);
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        JourneyState state = consents.stateOpenTo(journey, reader);
        model.addAttribute("stateKey", state.messageKey());
        model.addAttribute("tone", JourneyPages.tone(state));
        model.addAttribute("steps", steps(journey));
        model.addAttribute(
                "actions",
                parts.stream()
                        .flatMap(part -> part.action(journey, reader).stream())
                        .toList());
        model.addAttribute(
                "panels",
                parts.stream()
                        .flatMap(part -> part.panels(journey, reader).stream())
                        .sorted(Comparator.comparingInt(CasePart.Panel::order))
                        .toList());
        model.addAttribute("tabs", tabs.of(journey, reader, "/journeys/" + id, locale));
        model.addAttribute("timeline", history.of(journey, reader, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                messages.getMessage(own ? "journey.mine" : "journey.cases", null, locale),
                                own ? "/journeys" : "/worklist"),
                        Crumb.here(journey.caseNumber())));
        return "journey/case";
    }

    private List<Step> steps(Journey journey) {
        return parts.stream()
                .flatMap(part -> part.stages(journey).stream())
                .sorted(Comparator.comparingInt(CasePart.Stage::order))
                .map(CasePart.Stage::step)
                .toList();
    }
}
