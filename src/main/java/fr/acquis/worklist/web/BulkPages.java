package fr.acquis.worklist.web;

import fr.acquis.shared.PersonId;
import fr.acquis.worklist.BulkVerb;
import fr.acquis.worklist.Bulks;
import fr.acquis.worklist.TaskId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Work on many rows: asked from the list, then watched until each row has its answer. */
@Controller
class BulkPages {

    private static final int REASONS_SHOWN = 500;

    private final Bulks bulks;
    private final FilterAddress addresses;

    BulkPages(Bulks bulks, FilterAddress addresses) {
        this.bulks = bulks;
        this.addresses = addresses;
    }

    @PostMapping("/worklist/bulk")
    String start(
            @RequestParam BulkVerb verb,
            @RequestParam(required = false) @Nullable List<UUID> task,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(required = false) @Nullable UUID receiver,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back) {
        PersonId to = receiver == null ? null : new PersonId(receiver);
        UUID id = whole
                ? bulks.startAll(verb, addresses.read(back).filter(), to, words)
                : bulks.start(
                        verb,
                        task == null
                                ? List.of()
                                : task.stream().map(TaskId::new).toList(),
                        to,
                        words);
        return "redirect:/worklist/bulk/" + id + "?" + addresses.read(back).query();
    }

    @GetMapping("/worklist/bulk/{id}")
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        fill(id, model);
        model.addAttribute("back", "/worklist?" + addresses.read(parameters).query());
        return "worklist/bulk";
    }

    /** What changes on that page while it works. */
    @GetMapping("/worklist/bulk/{id}/progress")
    String progress(@PathVariable UUID id, Model model) {
        fill(id, model);
        return "worklist/bulk :: progress";
    }

    private void fill(UUID id, Model model) {
        var bulk = bulks.get(id);
        model.addAttribute("bulk", bulk);
        model.addAttribute("refused", bulk.running() ? List.of() : bulks.refused(id, REASONS_SHOWN));
    }
}
