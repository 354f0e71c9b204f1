package fr.acquis.livret2.web;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.Suggestions;
import fr.acquis.livret2.Writing;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the machine found for a skill: taken, put aside, or asked for again. */
@Controller
class SuggestionPages {

    private final Suggestions suggestions;
    private final Writing writing;

    SuggestionPages(Suggestions suggestions, Writing writing) {
        this.suggestions = suggestions;
        this.writing = writing;
    }

    /** Asked for again while pieces are still being read. */
    @GetMapping("/journeys/{id}/livret2/skills/{skill}/suggestions")
    String offer(@PathVariable UUID id, @PathVariable UUID skill, Model model) {
        model.addAttribute("offer", suggestions.of(new JourneyId(id), new SkillId(skill)));
        model.addAttribute("base", base(id, skill));
        return "livret2/suggestions :: offer(offer=${offer}, base=${base})";
    }

    @PostMapping("/journeys/{id}/livret2/skills/{skill}/suggestions/{evidence}")
    String take(
            @PathVariable UUID id,
            @PathVariable UUID skill,
            @PathVariable UUID evidence,
            @RequestParam(required = false) String pages,
            RedirectAttributes next) {
        writing.link(new JourneyId(id), new SkillId(skill), new EvidenceId(evidence), pages, null);
        Flash.ok("livret2.suggestion.taken").on(next);
        return back(id, skill);
    }

    @PostMapping("/journeys/{id}/livret2/skills/{skill}/suggestions/{evidence}/dismissal")
    String dismiss(
            @PathVariable UUID id, @PathVariable UUID skill, @PathVariable UUID evidence, RedirectAttributes next) {
        suggestions.dismiss(new JourneyId(id), new SkillId(skill), new EvidenceId(evidence));
        Flash.ok("livret2.suggestion.dismissed").on(next);
        return back(id, skill);
    }

    @PostMapping("/journeys/{id}/livret2/skills/{skill}/suggestions/restoration")
    String restore(@PathVariable UUID id, @PathVariable UUID skill) {
        suggestions.restore(new JourneyId(id), new SkillId(skill));
        return back(id, skill);
    }

    private static String back(UUID id, UUID skill) {
        return "redirect:" + base(id, skill) + "#proofs";
    }

    private static String base(UUID id, UUID skill) {
        return "/journeys/" + id + "/livret2/skills/" + skill;
    }
}
