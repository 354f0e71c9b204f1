package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.Tab;
import fr.acquis.worklist.Claim;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.Worklist;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.After;
import fr.acquis.worklist.store.TaskList.Row;
import fr.acquis.worklist.store.TaskList.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list agents work through: who, what, by when, and who holds it. */
@Controller
class WorklistPage {

    private static final int LONGEST_WORDS = 100;

    private final TaskList list;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final MessageSource messages;

    WorklistPage(TaskList list, Worklist worklist, CurrentPerson current, MessageSource messages) {
        this.list = list;
        this.worklist = worklist;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/worklist")
    String show(
            @RequestParam(defaultValue = "TEAM") View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Instant due,
            @RequestParam(required = false) UUID after,
            Model model,
            Locale locale) {
        String words = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_WORDS));
        List<Row> rows =
                list.rows(current.get(), view, words, due == null || after == null ? null : new After(due, after));
        boolean more = rows.size() > TaskList.PAGE;
        List<Row> shown = more ? rows.subList(0, TaskList.PAGE) : rows;
        model.addAttribute("rows", shown);
        model.addAttribute("q", words);
        model.addAttribute("view", view);
        model.addAttribute("tabs", tabs(view, locale));
        model.addAttribute("next", more ? next(view, words, shown.getLast()) : null);
        return "worklist/list";
    }

    private static String next(View view, String words, Row last) {
        return "/worklist?view=%s&q=%s&due=%s&after=%s"
                .formatted(view, URLEncoder.encode(words, StandardCharsets.UTF_8), last.due(), last.id());
    }

    private List<Tab> tabs(View current, Locale locale) {
        return Arrays.stream(View.values())
                .map(view -> new Tab(
                        messages.getMessage("worklist.view." + view, null, locale),
                        "/worklist?view=" + view,
                        view == current,
                        0))
                .toList();
    }

    @PostMapping("/worklist/{task}/claim")
    String claim(@PathVariable UUID task, RedirectAttributes next) {
        Flash flash = switch (worklist.claim(new TaskId(task))) {
            case Claim.Taken taken -> Flash.ok("worklist.taken");
            case Claim.HeldBy other -> Flash.warn("worklist.held-by", other.holder());
            case Claim.NoLongerOpen gone -> Flash.warn("worklist.no-longer-open");
        };
        flash.on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/worklist/{task}/release")
    String release(@PathVariable UUID task, RedirectAttributes next) {
        worklist.release(new TaskId(task));
        Flash.ok("worklist.released").on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/worklist/{task}/acknowledge")
    String acknowledge(@PathVariable UUID task, RedirectAttributes next) {
        worklist.acknowledge(new TaskId(task));
        Flash.ok("worklist.acknowledged").on(next);
        return "redirect:/worklist";
    }

    @Bean
    static NavigationEntry worklistEntry() {
        return NavigationEntry.rail(10, "worklist.nav", "inbox", "/worklist", Role.AGENT, Role.MANAGER)
                .openingFirst();
    }
}
