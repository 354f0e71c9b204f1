package fr.acquis.insight.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.SignedIn;
import fr.acquis.insight.CaseMap;
import fr.acquis.insight.CaseMaps;
import fr.acquis.insight.Stage;
import fr.acquis.journey.CaseTabs;
import fr.acquis.journey.Journey;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The processes of one case as maps: where it stands, the way it came, what it has not reached; the same as a table. */
@Controller
class CaseMapPage {

    private final CaseMaps maps;
    private final CaseMapLines lines;
    private final CaseTabs tabs;
    private final People people;
    private final CurrentPerson current;
    private final InsightWords words;

    CaseMapPage(
            CaseMaps maps,
            CaseMapLines lines,
            CaseTabs tabs,
            People people,
            CurrentPerson current,
            InsightWords words) {
        this.maps = maps;
        this.lines = lines;
        this.tabs = tabs;
        this.people = people;
        this.current = current;
        this.words = words;
    }

    static String address(JourneyId id) {
        return "/journeys/" + id + "/map";
    }

    @GetMapping("/journeys/{id}/map")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        CaseMap map = maps.of(new JourneyId(id));
        return page(map, map.first(), model, locale);
    }

    @GetMapping("/journeys/{id}/map/{process}")
    String show(@PathVariable UUID id, @PathVariable String process, Model model, Locale locale) {
        CaseMap map = maps.of(new JourneyId(id));
        return page(map, Stage.of(process).filter(map.sight()::shows).orElseThrow(CaseMapPage::noStep), model, locale);
    }

    private static BusinessRefusal noStep() {
        return new BusinessRefusal(Kind.NOT_FOUND, "insight.refused.no-step");
    }

    private String page(CaseMap map, Stage stage, Model model, Locale locale) {
        Journey journey = map.journey();
        SignedIn reader = current.get();
        String name = words.say("insight.process." + stage.name());
        String candidate =
                people.find(journey.candidate()).map(Person::displayName).orElse("—");
        model.addAttribute("journey", journey);
        model.addAttribute("candidate", candidate);
        model.addAttribute("stage", stage);
        model.addAttribute("stageName", name);
        model.addAttribute("mapTitle", words.say("insight.map.title", name));
        model.addAttribute("whole", map.sight().isWhole());
        model.addAttribute("marks", lines.marks(map, stage));
        model.addAttribute("lines", lines.passed(map, stage, journey.handledBy(reader)));
        model.addAttribute("ahead", lines.ahead(map, stage));
        model.addAttribute("caseTabs", tabs.of(journey, reader, address(journey.id()), locale));
        model.addAttribute("tabs", stages(map, stage));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("journey.cases"), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(words.say("insight.case-map.tab"))));
        return "insight/case-map";
    }

    /** The whole way first, then its parts in the order they are met; the number says where the case stands. */
    private List<Tab> stages(CaseMap map, Stage shown) {
        List<Stage> order = new ArrayList<>(List.of(Stage.values()));
        order.remove(Stage.JOURNEY);
        order.addFirst(Stage.JOURNEY);
        return order.stream()
                .filter(map.sight()::shows)
                .map(stage -> new Tab(
                        words.say("insight.process." + stage),
                        address(map.journey().id()) + "/" + stage.process(),
                        stage == shown,
                        map.standing(stage)))
                .toList();
    }
}
