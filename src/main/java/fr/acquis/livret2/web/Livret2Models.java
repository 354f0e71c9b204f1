package fr.acquis.livret2.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Writing;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a livret shows. */
@Component
class Livret2Models {

    private final Livret2s livrets;
    private final Journeys journeys;
    private final Writing writing;
    private final Evidences evidences;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;

    Livret2Models(
            Livret2s livrets,
            Journeys journeys,
            Writing writing,
            Evidences evidences,
            People people,
            CurrentPerson current,
            MessageSource messages) {
        this.livrets = livrets;
        this.journeys = journeys;
        this.writing = writing;
        this.evidences = evidences;
        this.people = people;
        this.current = current;
        this.messages = messages;
    }

    Livret2View put(JourneyId id, Model model, Locale locale, String hereKey) {
        return put(livrets.get(id), true, model, locale, hereKey);
    }

    /** An earlier attempt, to read. */
    Livret2View put(JourneyId id, int attempt, Model model, Locale locale) {
        return put(livrets.get(id, attempt), false, model, locale, "livret2.history");
    }

    private Livret2View put(Livret2 livret, boolean latest, Model model, Locale locale, String hereKey) {
        Journey journey = journeys.get(livret.journey());
        boolean own = journey.candidate().equals(current.get().id());
        Livret2View view = new Livret2View(
                livret,
                evidences.held(journey.id()).stream()
                        .filter(Evidence::opens)
                        .collect(Collectors.toMap(Evidence::id, Function.identity())),
                livrets.deposited(journey.id(), livret.attempt())
                        .map(deposited -> deposited.file())
                        .orElse(null),
                own,
                latest && writing.mayWrite(journey));
        model.addAttribute("journey", journey);
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("view", view);
        crumbs(model, journey, own, hereKey, locale);
        return view;
    }

    private void crumbs(Model model, Journey journey, boolean own, String hereKey, Locale locale) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(text(own ? "journey.mine" : "journey.cases", locale), own ? "/journeys" : "/worklist"));
        crumbs.add(new Crumb(journey.caseNumber(), "/journeys/" + journey.id()));
        if (!hereKey.equals("livret2.title")) {
            crumbs.add(new Crumb(text("livret2.title", locale), "/journeys/" + journey.id() + "/livret2"));
        }
        crumbs.add(Crumb.here(text(hereKey, locale)));
        model.addAttribute("crumbs", crumbs);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
