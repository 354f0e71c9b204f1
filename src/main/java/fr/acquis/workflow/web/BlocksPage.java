package fr.acquis.workflow.web;

import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.shell.Tone;
import fr.acquis.workflow.Blocks;
import fr.acquis.workflow.EngineState;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Blocages techniques: what is stuck, said in words, and what a manager can do about it. */
@Controller
class BlocksPage {

    private final Blocks blocks;
    private final EngineState engine;

    BlocksPage(Blocks blocks, EngineState engine) {
        this.blocks = blocks;
        this.engine = engine;
    }

    @GetMapping("/blocks")
    String show(Model model) {
        var incidents = blocks.incidents();
        model.addAttribute("warn", Tone.WARN);
        model.addAttribute("bad", Tone.BAD);
        model.addAttribute("phase", engine.phase());
        model.addAttribute("reason", engine.foreign().orElse(null));
        model.addAttribute("parked", blocks.parkedCommands());
        model.addAttribute("incidents", incidents.orElse(List.of()));
        model.addAttribute("incidentsRead", incidents.isPresent());
        return "workflow/blocks";
    }

    @PostMapping("/blocks/commands/{journey}/{number}/skip")
    String skip(@PathVariable String journey, @PathVariable long number, RedirectAttributes next) {
        return answered(blocks.skip(JourneyId.of(journey), number), "workflow.blocks.skipped", next);
    }

    @PostMapping("/blocks/commands/{journey}/{number}/replay")
    String replay(@PathVariable String journey, @PathVariable long number, RedirectAttributes next) {
        return answered(blocks.replay(JourneyId.of(journey), number), "workflow.blocks.replayed", next);
    }

    @PostMapping("/blocks/incidents/{incident}/retry")
    String retry(@PathVariable long incident, RedirectAttributes next) {
        return answered(blocks.retry(incident), "workflow.blocks.retried", next);
    }

    private static String answered(boolean done, String messageKey, RedirectAttributes next) {
        (done ? Flash.ok(messageKey) : Flash.warn("workflow.blocks.gone")).on(next);
        return "redirect:/blocks";
    }
}
