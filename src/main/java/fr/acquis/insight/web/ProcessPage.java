package fr.acquis.insight.web;

import fr.acquis.insight.CaseList;
import fr.acquis.insight.CaseList.Shade;
import fr.acquis.insight.Delay;
import fr.acquis.insight.Figures;
import fr.acquis.insight.Pilotage;
import fr.acquis.insight.Stage;
import fr.acquis.insight.StepFigures;
import fr.acquis.insight.Steps;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Tab;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import fr.acquis.workflow.ProcessModels;
import fr.acquis.worklist.TaskKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One process as a map with its numbers on it, and the same numbers as a table. */
@Controller
class ProcessPage {

    private final Pilotage pilotage;
    private final ProcessModels models;
    private final Steps steps;
    private final InsightWords words;

    ProcessPage(Pilotage pilotage, ProcessModels models, Steps steps, InsightWords words) {
        this.pilotage = pilotage;
        this.models = models;
        this.steps = steps;
        this.words = words;
    }

    /** The order of the table; the map's, from left to right, unless the reader asks for another. */
    enum Order {
        MAP(null),
        CASES(Comparator.comparingLong((StepRow row) -> row.figures().cases()).reversed()),
        LATE(Comparator.comparingLong((StepRow row) -> row.figures().late()).reversed()),
        MEDIAN(Comparator.comparingInt((StepRow row) -> row.delay().median()).reversed());

        private final Comparator<StepRow> comparator;

        Order(Comparator<StepRow> comparator) {
            this.comparator = comparator;
        }
    }

    /** @param lists where each number leads, by shade */
    record StepRow(
            ModelStep step, String name, String nature, StepFigures figures, Delay delay, Map<String, String> lists) {}

    record Column(String name, String href, boolean sorted) {}

    @GetMapping("/insight/processes/{process}")
    String show(
            @PathVariable String process,
            @ModelAttribute("filters") Filters filters,
            @RequestParam(defaultValue = "MAP") Order sort,
            Model model) {
        Stage stage = stage(process);
        Figures figures = pilotage.figures(filters.selection());
        List<StepRow> rows = rows(stage, filters, figures);
        model.addAttribute("stage", stage);
        model.addAttribute("mapTitle", words.say("insight.map.title", words.say(stage.messageKey())));
        model.addAttribute("span", words.say(filters.over().messageKey()));
        model.addAttribute("marks", rows);
        model.addAttribute("rows", sorted(rows, sort));
        model.addAttribute("columns", columns(process, filters, sort));
        model.addAttribute("tabs", tabs(stage, filters, figures));
        model.addAttribute("figures", PilotagePage.numbers(figures));
        model.addAttribute("changesAt", filters.on("/insight/changes"));
        model.addAttribute("file", filters.on("/insight/processes/" + process + "/steps.csv"));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("insight.nav"), filters.on("/insight")),
                        Crumb.here(words.say("insight.process." + stage.name()))));
        return "insight/process";
    }

    /** The shipped model; the address of the page holds no version, so the browser asks whether it changed. */
    @GetMapping("/insight/processes/{process}/drawing")
    ResponseEntity<byte[]> drawing(@PathVariable String process) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(models.drawing(stage(process).process()));
    }

    @GetMapping("/insight/processes/{process}/steps.csv")
    void file(@PathVariable String process, @ModelAttribute("filters") Filters filters, HttpServletResponse answer)
            throws IOException {
        Stage stage = stage(process);
        List<StepRow> rows = rows(stage, filters, pilotage.figures(filters.selection()));
        try (Sheet sheet = Sheet.to(answer, "etapes-" + process)) {
            sheet.line(Arrays.stream(new String[] {
                        "step", "nature", "cases", "late", "machine", "blocked", "answers", "median", "ninth"
                    })
                    .map(column -> words.say("insight.column." + column))
                    .toList());
            for (StepRow row : rows) {
                boolean measured = row.delay().cases() > 0;
                sheet.line(Arrays.asList(
                        row.name(),
                        row.nature(),
                        row.figures().cases(),
                        row.figures().late(),
                        row.figures().machine(),
                        row.figures().blocked(),
                        row.delay().cases(),
                        measured ? row.delay().median() : null,
                        measured ? row.delay().ninth() : null));
            }
        }
    }

    private static Stage stage(String process) {
        return Stage.of(process)
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "insight.refused.no-step"));
    }

    private List<StepRow> rows(Stage stage, Filters filters, Figures figures) {
        Map<String, Delay> delays = pilotage.delays(filters.selection());
        List<StepRow> rows = new ArrayList<>();
        for (ModelStep step : steps.of(stage)) {
            StepFigures standing = step.nature() == Nature.CALL
                    ? Stage.of(step.calls()).map(figures::stage).orElse(StepFigures.NONE)
                    : figures.step(step.key());
            if (Steps.alwaysShown(step) || standing.cases() > 0) {
                rows.add(new StepRow(
                        step,
                        words.step(step),
                        words.say("insight.nature." + step.nature()),
                        standing,
                        delay(step, delays),
                        lists(step, filters)));
            }
        }
        return rows;
    }

    private static Delay delay(ModelStep step, Map<String, Delay> delays) {
        return step.nature() == Nature.PERSON
                ? TaskKind.ofElement(step.element())
                        .map(kind -> delays.getOrDefault(kind.name(), Delay.NONE))
                        .orElse(Delay.NONE)
                : Delay.NONE;
    }

    private static Map<String, String> lists(ModelStep step, Filters filters) {
        return Map.of(
                "ALL", list(step, filters, Shade.ALL),
                "LATE", list(step, filters, Shade.LATE),
                "MACHINE", list(step, filters, Shade.MACHINE),
                "BLOCKED", list(step, filters, Shade.BLOCKED));
    }

    private static String list(ModelStep step, Filters filters, Shade shade) {
        return filters.on("/insight/cases", ListAddress.of(new CaseList.OnStep(step.process(), step.element(), shade)));
    }

    private static List<StepRow> sorted(List<StepRow> rows, Order order) {
        return order.comparator == null
                ? rows
                : rows.stream().sorted(order.comparator).toList();
    }

    private List<Column> columns(String process, Filters filters, Order sort) {
        return Arrays.stream(Order.values())
                .map(order -> new Column(
                        words.say("insight.sort." + order),
                        filters.on("/insight/processes/" + process, Map.of("sort", order)) + "#steps",
                        order == sort))
                .toList();
    }

    private List<Tab> tabs(Stage shown, Filters filters, Figures figures) {
        List<Stage> order = new ArrayList<>(List.of(Stage.values()));
        order.remove(Stage.JOURNEY);
        order.addFirst(Stage.JOURNEY);
        return order.stream()
                .map(stage -> new Tab(
                        words.say("insight.process." + stage),
                        filters.on("/insight/processes/" + stage.process()),
                        stage == shown,
                        stage == Stage.JOURNEY ? 0 : figures.stage(stage).cases()))
                .toList();
    }
}
