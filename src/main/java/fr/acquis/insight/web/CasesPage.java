package fr.acquis.insight.web;

import fr.acquis.insight.CaseLine;
import fr.acquis.insight.CaseList;
import fr.acquis.insight.Pilotage;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list behind a number, page by page, and whole as a file. */
@Controller
class CasesPage {

    private static final int PAGE = 50;
    private static final int FILE_PAGE = 1_000;

    private final Pilotage pilotage;
    private final InsightWords words;
    private final Dates dates;

    CasesPage(Pilotage pilotage, InsightWords words, Dates dates) {
        this.pilotage = pilotage;
        this.words = words;
        this.dates = dates;
    }

    @GetMapping("/insight/cases")
    String show(
            @ModelAttribute("address") ListAddress address,
            @ModelAttribute("filters") Filters filters,
            @RequestParam(required = false) String after,
            Model model) {
        CaseList list = address.toList();
        List<CaseLine> lines = pilotage.cases(list, filters.selection(), after, PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<CaseLine> shown = more ? lines.subList(0, PAGE) : lines;
        Map<String, Object> here = ListAddress.of(list);
        model.addAttribute("title", words.title(list));
        model.addAttribute("means", words.definition(list));
        model.addAttribute("lines", shown);
        model.addAttribute("ofLaw", list instanceof CaseList.LateByLaw || list instanceof CaseList.DueSoon);
        model.addAttribute("progress", list instanceof CaseList.InProgress);
        model.addAttribute("blocked", list instanceof CaseList.Blocked);
        model.addAttribute("first", after == null ? null : filters.on("/insight/cases", here));
        model.addAttribute("next", more ? next(filters, here, shown.getLast()) : null);
        model.addAttribute("file", filters.on("/insight/cases.csv", here));
        model.addAttribute("crumbs", crumbs(list, filters));
        return "insight/cases";
    }

    private static String next(Filters filters, Map<String, Object> here, CaseLine last) {
        Map<String, Object> there = new HashMap<>(here);
        there.put("after", last.cursor());
        return filters.on("/insight/cases", there);
    }

    private List<Crumb> crumbs(CaseList list, Filters filters) {
        Crumb pilotage = new Crumb(words.say("insight.nav"), filters.on("/insight"));
        Crumb here = Crumb.here(words.title(list));
        return switch (list) {
            case CaseList.OnStep on ->
                List.of(
                        pilotage,
                        new Crumb(words.say("insight.map"), filters.on("/insight/processes/" + on.process())),
                        here);
            case CaseList.OfStage of ->
                List.of(
                        pilotage,
                        new Crumb(
                                words.say("insight.map"),
                                filters.on("/insight/processes/" + of.stage().process())),
                        here);
            default -> List.of(pilotage, here);
        };
    }

    /** All of it, written as it is read: memory stays flat however long the list is. */
    @GetMapping("/insight/cases.csv")
    void file(
            @ModelAttribute("address") ListAddress address,
            @ModelAttribute("filters") Filters filters,
            HttpServletResponse answer)
            throws IOException {
        CaseList list = address.toList();
        List<CaseLine> lines = pilotage.exported(list, filters.selection(), FILE_PAGE);
        try (Sheet sheet = Sheet.to(answer, "dossiers")) {
            sheet.line(Arrays.stream(
                            new String[] {"number", "person", "certification", "place", "condition", "due", "since"})
                    .map(column -> words.say("insight.column." + column))
                    .toList());
            while (!lines.isEmpty()) {
                for (CaseLine line : lines) {
                    sheet.line(cells(line));
                }
                lines = lines.size() < FILE_PAGE
                        ? List.of()
                        : pilotage.cases(
                                list, filters.selection(), lines.getLast().cursor(), FILE_PAGE);
            }
        }
    }

    private List<String> cells(CaseLine line) {
        return Arrays.asList(
                line.caseNumber(),
                line.candidate(),
                line.certification(),
                place(line),
                line.reasonKey() == null ? words.say(line.condition().messageKey()) : words.say(line.reasonKey()),
                day(line.due()),
                day(line.since()));
    }

    private String place(CaseLine line) {
        if (line.law() != null) {
            return words.say(line.law().messageKey());
        }
        return line.step() == null ? "" : words.step(line.step());
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : dates.day(at).toString();
    }
}
