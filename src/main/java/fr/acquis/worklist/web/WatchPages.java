package fr.acquis.worklist.web;

import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.CaseMarks;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Follows a case from its own page. */
@Controller
class WatchPages {

    private final CaseMarks marks;

    WatchPages(CaseMarks marks) {
        this.marks = marks;
    }

    @PostMapping("/journeys/{id}/watch")
    String watch(@PathVariable UUID id, @RequestParam boolean on, RedirectAttributes next) {
        if (on) {
            marks.watch(new JourneyId(id));
        } else {
            marks.unwatch(new JourneyId(id));
        }
        Flash.ok(on ? "worklist.watched" : "worklist.unwatched").on(next);
        return "redirect:/journeys/" + id;
    }
}
