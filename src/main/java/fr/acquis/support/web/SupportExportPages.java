package fr.acquis.support.web;

import fr.acquis.shared.JourneyId;
import fr.acquis.support.SupportExports;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The file for a quality audit: asked for, watched while it is made, fetched. */
@Controller
class SupportExportPages {

    private final SupportScene scene;
    private final SupportExports exports;

    SupportExportPages(SupportScene scene, SupportExports exports) {
        this.scene = scene;
        this.exports = exports;
    }

    @PostMapping("/journeys/{id}/support/exports")
    String ask(@PathVariable UUID id) {
        return "redirect:/journeys/%s/support/exports/%s".formatted(id, exports.ask(new JourneyId(id)));
    }

    @GetMapping("/journeys/{id}/support/exports/{export}")
    String show(@PathVariable UUID id, @PathVariable UUID export, Model model, Locale locale) {
        scene.open(new JourneyId(id), model, locale, "support.export");
        model.addAttribute("export", exports.get(new JourneyId(id), export));
        return "support/export";
    }

    @GetMapping("/journeys/{id}/support/exports/{export}/progress")
    String progress(@PathVariable UUID id, @PathVariable UUID export, Model model, Locale locale) {
        scene.open(new JourneyId(id), model, locale, "support.export");
        model.addAttribute("export", exports.get(new JourneyId(id), export));
        return "support/export :: progress";
    }
}
