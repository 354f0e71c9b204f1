package fr.acquis.livret2.web;

import fr.acquis.livret2.Versions;
import fr.acquis.shared.JourneyId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed since the livret was last given away. */
@Controller
class VersionPages {

    private final Livret2Models models;
    private final Versions versions;

    VersionPages(Livret2Models models, Versions versions) {
        this.models = models;
        this.versions = versions;
    }

    @GetMapping("/journeys/{id}/livret2/changes")
    String changes(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        models.put(journey, model, locale, "livret2.changes");
        model.addAttribute("versions", versions.of(journey));
        model.addAttribute("since", versions.since(journey).orElse(null));
        return "livret2/changes";
    }
}
