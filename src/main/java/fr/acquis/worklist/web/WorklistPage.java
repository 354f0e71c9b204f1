package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.worklist.Column;
import fr.acquis.worklist.SavedView;
import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.web.FilterAddress.Asked;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list people work through: who, what, by when, and who holds it; how it is narrowed and what is kept of it. */
@Controller
class WorklistPage {

    private static final int COUNTED_TO = 100;

    private final ListPages pages;
    private final FilterAddress addresses;
    private final SavedViews views;
    private final ViewCounts counts;

    WorklistPage(ListPages pages, FilterAddress addresses, SavedViews views, ViewCounts counts) {
        this.pages = pages;
        this.addresses = addresses;
        this.views = views;
        this.counts = counts;
    }

    @GetMapping("/worklist")
    String show(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean cut,
            Model model,
            Locale locale) {
        model.addAttribute("list", pages.page(addresses.read(parameters), after, cut, locale));
        return "worklist/list";
    }

    /** Words are looked for with the rest of the filter kept, and stand in no address. */
    @PostMapping("/worklist/search")
    String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String back) {
        Asked asked = addresses.read(back);
        String words = q.strip();
        if (words.isEmpty()) {
            return "redirect:/worklist?" + asked.state();
        }
        return "redirect:/worklist?" + asked.state() + "&words=" + views.remember(words)
                + (words.length() > TaskFilter.LONGEST_WORDS ? "&cut=true" : "");
    }

    @PostMapping("/worklist/columns")
    String columns(
            @RequestParam(required = false) @Nullable List<Column> column,
            @RequestParam(defaultValue = "") String back) {
        Set<Column> chosen = EnumSet.noneOf(Column.class);
        if (column != null) {
            chosen.addAll(column);
        }
        views.choose(chosen);
        return "redirect:/worklist?" + addresses.read(back).query();
    }

    @PostMapping("/worklist/views")
    String keep(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        Asked asked = addresses.read(back);
        views.keep(name, team, asked.state(), asked.filter().words());
        Flash.ok("worklist.view.kept", name.strip()).on(next);
        return "redirect:/worklist?" + asked.query();
    }

    @GetMapping("/worklist/views/{id}")
    String open(@PathVariable UUID id) {
        SavedView view = views.get(id);
        return "redirect:/worklist?" + view.state()
                + (view.words().isEmpty() ? "" : "&words=" + views.remember(view.words()));
    }

    /** How many rows each saved view holds; asked for once the page is there. */
    @GetMapping("/worklist/views")
    String counted(Model model) {
        model.addAttribute("counts", counts.all(COUNTED_TO));
        model.addAttribute("most", COUNTED_TO);
        return "worklist/views :: counts";
    }

    @PostMapping("/worklist/views/{id}/removal")
    String drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        views.drop(id);
        Flash.ok("worklist.view.dropped").on(next);
        return "redirect:/worklist?" + addresses.read(back).query();
    }

    @Bean
    static NavigationEntry worklistEntry(Counters counters, CurrentPerson current) {
        return NavigationEntry.rail(
                        10,
                        "worklist.nav",
                        "inbox",
                        "/worklist",
                        Role.AGENT,
                        Role.MANAGER,
                        Role.ADVISER,
                        Role.JUROR,
                        Role.CPNE)
                .openingFirst()
                .counting(() -> current.find().map(counters::mine).orElse(0L));
    }
}
