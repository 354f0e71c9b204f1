package fr.acquis.insight.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.insight.CaseLine;
import fr.acquis.insight.CaseList;
import fr.acquis.insight.Delay;
import fr.acquis.insight.Figures;
import fr.acquis.insight.Law;
import fr.acquis.insight.Pilotage;
import fr.acquis.insight.Span;
import fr.acquis.insight.Stage;
import fr.acquis.insight.StepFigures;
import fr.acquis.insight.store.OwnedCertifications;
import fr.acquis.shell.Choice;
import fr.acquis.shell.NavigationEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pilotage: the numbers with their definitions, where cases are, delays against their limits, what is stuck. */
@Controller
class PilotagePage {

    private static final int YEARS_BACK = 5;
    private static final int BLOCKS_SHOWN = 5;

    private final Pilotage pilotage;
    private final OwnedCertifications certifications;
    private final InsightWords words;
    private final CurrentPerson current;

    PilotagePage(Pilotage pilotage, OwnedCertifications certifications, InsightWords words, CurrentPerson current) {
        this.pilotage = pilotage;
        this.certifications = certifications;
        this.words = words;
        this.current = current;
    }

    /** A number with what it means and the list behind it. */
    record Tile(String name, long number, String means, String icon, String css, String href) {}

    record StageRow(Stage stage, StepFigures figures, String map, String list) {}

    record LawRow(Law law, String limit, Delay delay, long late, long soon, String lateList, String soonList) {}

    @GetMapping("/insight")
    String show(@ModelAttribute("filters") Filters filters, Model model) {
        Figures figures = pilotage.figures(filters.selection());
        model.addAttribute("tiles", tiles(filters, figures));
        model.addAttribute("stages", stages(filters, figures));
        model.addAttribute("laws", laws(filters, figures));
        model.addAttribute("blocks", blocks(filters));
        model.addAttribute("manager", current.get().is(Role.MANAGER));
        model.addAttribute("countedAt", pilotage.delaysCountedAt());
        model.addAttribute("figures", numbers(figures));
        choices(filters, model);
        return "insight/pilotage";
    }

    /** The numbers alone, for a page that stands open to know whether it is out of date. */
    @GetMapping("/insight/changes")
    @ResponseBody
    Map<String, Long> changes(@ModelAttribute("filters") Filters filters) {
        return numbers(pilotage.figures(filters.selection()));
    }

    @GetMapping("/insight/delays.csv")
    void delays(@ModelAttribute("filters") Filters filters, HttpServletResponse answer) throws IOException {
        List<LawRow> rows = laws(filters, pilotage.figures(filters.selection()));
        try (Sheet sheet = Sheet.to(answer, "delais")) {
            sheet.line(Arrays.stream(
                            new String[] {"delay", "limit", "answers", "median", "ninth", "beyond", "late", "soon"})
                    .map(column -> words.say("insight.column." + column))
                    .toList());
            for (LawRow row : rows) {
                sheet.line(Arrays.asList(
                        words.say(row.law().messageKey()),
                        row.limit(),
                        row.delay().cases(),
                        row.delay().cases() == 0 ? null : row.delay().median(),
                        row.delay().cases() == 0 ? null : row.delay().ninth(),
                        row.delay().late(),
                        row.late(),
                        row.soon()));
            }
        }
    }

    static Map<String, Long> numbers(Figures figures) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("progress", figures.inProgress());
        numbers.put("late", figures.late());
        numbers.put("soon", figures.soon());
        numbers.put("blocked", figures.blocked());
        figures.steps().forEach((step, standing) -> {
            numbers.put(step, standing.cases());
            numbers.put(step + "/late", standing.late());
            numbers.put(step + "/blocked", standing.blocked());
        });
        numbers.values().removeIf(number -> number == 0);
        return numbers;
    }

    private List<Tile> tiles(Filters filters, Figures figures) {
        return List.of(
                tile(filters, "progress", figures.inProgress(), "folder", "", new CaseList.InProgress()),
                tile(filters, "late", figures.late(), "triangle-alert", "tone-bad", new CaseList.LateByLaw(null)),
                tile(filters, "soon", figures.soon(), "calendar-clock", "tone-warn", new CaseList.DueSoon(null)),
                tile(
                        filters,
                        "juries",
                        figures.step("jury/plan-hearing").cases(),
                        "gavel",
                        "",
                        new CaseList.OnStep("jury", "plan-hearing", CaseList.Shade.ALL)),
                tile(filters, "blocked", figures.blocked(), "ban", "tone-bad", new CaseList.Blocked()));
    }

    private Tile tile(Filters filters, String name, long number, String icon, String css, CaseList list) {
        return new Tile(
                words.say("insight.number." + name),
                number,
                words.say("insight.number." + name + ".means"),
                icon,
                number == 0 ? "" : css,
                filters.on("/insight/cases", ListAddress.of(list)));
    }

    private static List<StageRow> stages(Filters filters, Figures figures) {
        return Arrays.stream(Stage.values())
                .map(stage -> new StageRow(
                        stage,
                        figures.stage(stage),
                        filters.on("/insight/processes/" + stage.process()),
                        filters.on("/insight/cases", ListAddress.of(new CaseList.OfStage(stage)))))
                .toList();
    }

    private List<LawRow> laws(Filters filters, Figures figures) {
        Map<String, Delay> delays = pilotage.delays(filters.selection());
        Map<Law, String> limits = words.limits(filters.selection().certification(), pilotage.today());
        return Arrays.stream(Law.values())
                .map(law -> new LawRow(
                        law,
                        limits.get(law),
                        delays.getOrDefault(law.measure(), Delay.NONE),
                        figures.lateByLaw().getOrDefault(law, 0L),
                        figures.dueSoon().getOrDefault(law, 0L),
                        filters.on("/insight/cases", ListAddress.of(new CaseList.LateByLaw(law))),
                        filters.on("/insight/cases", ListAddress.of(new CaseList.DueSoon(law)))))
                .toList();
    }

    private List<CaseLine> blocks(Filters filters) {
        return pilotage.cases(new CaseList.Blocked(), filters.selection(), null, BLOCKS_SHOWN);
    }

    private void choices(Filters filters, Model model) {
        model.addAttribute(
                "certifications",
                certifications.of(current.get().certifyingBody()).stream()
                        .map(one -> Choice.of(one.id().toString(), one.title()))
                        .toList());
        int year = pilotage.today().getYear();
        model.addAttribute(
                "years",
                IntStream.range(0, YEARS_BACK).map(back -> year - back).boxed().toList());
        model.addAttribute("spans", Span.values());
        model.addAttribute("span", words.say(filters.over().messageKey()));
        model.addAttribute("narrowed", filters.narrows());
        model.addAttribute("changesAt", filters.on("/insight/changes"));
        model.addAttribute("delaysFile", filters.on("/insight/delays.csv"));
    }

    @Bean
    static NavigationEntry pilotageEntry() {
        return NavigationEntry.rail(15, "insight.nav", "chart-column", "/insight", Role.MANAGER, Role.AGENT);
    }
}
