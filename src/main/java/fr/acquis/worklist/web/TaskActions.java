package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.Claim;
import fr.acquis.worklist.Handover;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.Worklist;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to one row, from the list or from its summary beside the list; each leads back to the list as it was. */
@Controller
class TaskActions {

    private final Worklist worklist;
    private final Handover handover;
    private final CaseMarks marks;
    private final Journeys journeys;
    private final TaskList list;
    private final ListPages pages;
    private final FilterAddress addresses;
    private final CurrentPerson current;

    TaskActions(
            Worklist worklist,
            Handover handover,
            CaseMarks marks,
            Journeys journeys,
            TaskList list,
            ListPages pages,
            FilterAddress addresses,
            CurrentPerson current) {
        this.worklist = worklist;
        this.handover = handover;
        this.marks = marks;
        this.journeys = journeys;
        this.list = list;
        this.pages = pages;
        this.addresses = addresses;
        this.current = current;
    }

    /** The case beside the list. */
    @GetMapping("/worklist/{task}/summary")
    String summary(@PathVariable UUID task, @RequestParam(defaultValue = "") String back, Model model) {
        Row row = row(task);
        model.addAttribute("line", pages.lines(List.of(row)).getFirst());
        model.addAttribute("seen", journeys.sees(row.journey()));
        model.addAttribute("candidates", handover.candidates(row.task()));
        model.addAttribute("tags", marks.all());
        model.addAttribute("back", addresses.read(back).query());
        return "worklist/summary :: summary";
    }

    @PostMapping("/worklist/{task}/claim")
    String claim(@PathVariable UUID task, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        Flash flash = switch (worklist.claim(new TaskId(task))) {
            case Claim.Taken taken -> Flash.ok("worklist.taken");
            case Claim.HeldBy other -> Flash.warn("worklist.held-by", other.holder());
            case Claim.NoLongerOpen gone -> Flash.warn("worklist.no-longer-open");
        };
        return back(flash, back, next);
    }

    @PostMapping("/worklist/{task}/release")
    String release(
            @PathVariable UUID task,
            @RequestParam(required = false) @Nullable String because,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        worklist.release(new TaskId(task), because);
        return back(Flash.ok("worklist.released"), back, next);
    }

    @PostMapping("/worklist/{task}/acknowledge")
    String acknowledge(@PathVariable UUID task, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        worklist.acknowledge(new TaskId(task));
        return back(Flash.ok("worklist.acknowledged"), back, next);
    }

    @PostMapping("/worklist/{task}/assignment")
    String assign(
            @PathVariable UUID task,
            @RequestParam UUID person,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        handover.assign(new TaskId(task), new PersonId(person));
        return back(Flash.ok("worklist.assigned"), back, next);
    }

    @PostMapping("/worklist/{task}/follow-up")
    String postpone(
            @PathVariable UUID task,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        handover.postpone(new TaskId(task), until);
        return back(Flash.ok(until == null ? "worklist.shown-again" : "worklist.postponed"), back, next);
    }

    @PostMapping("/worklist/{task}/tags")
    String tag(
            @PathVariable UUID task,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        marks.tag(row(task).journey(), name);
        return back(Flash.ok("worklist.tagged"), back, next);
    }

    @PostMapping("/worklist/{task}/tags/{tag}/removal")
    String untag(
            @PathVariable UUID task,
            @PathVariable UUID tag,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        marks.untag(row(task).journey(), tag);
        return back(Flash.ok("worklist.untagged"), back, next);
    }

    @PostMapping("/worklist/{task}/watch")
    String watch(
            @PathVariable UUID task,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        Row row = row(task);
        if (on) {
            marks.watch(row.journey());
        } else {
            marks.unwatch(row.journey());
        }
        return back(Flash.ok(on ? "worklist.watched" : "worklist.unwatched"), back, next);
    }

    private Row row(UUID task) {
        return list.look(current.get(), new TaskId(task))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "worklist.refused.unknown"));
    }

    private String back(Flash flash, String back, RedirectAttributes next) {
        flash.on(next);
        return "redirect:/worklist"
                + (back.isEmpty() ? "" : "?" + addresses.read(back).query());
    }
}
