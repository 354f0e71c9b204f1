package fr.acquis.journey.web;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.journey.JourneyState;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.shell.Tone;
import java.time.Clock;
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

/** The candidate's cases: the list, the beginning, the end by their own word. */
@Controller
class JourneyPages {

    private final Journeys journeys;
    private final Certifications certifications;
    private final Regulations regulations;
    private final List<CasePart> parts;
    private final CurrentPerson current;
    private final Clock clock;

    JourneyPages(
            Journeys journeys,
            Certifications certifications,
            Regulations regulations,
            List<CasePart> parts,
            CurrentPerson current,
            Clock clock) {
        this.journeys = journeys;
        this.certifications = certifications;
        this.regulations = regulations;
        this.parts = List.copyOf(parts);
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/journeys")
    String list(Model model) {
        List<Journey> mine = journeys.ofCandidate(current.get().id());
        model.addAttribute("journeys", mine.stream().map(this::row).toList());
        return "journey/list";
    }

    private JourneyRow row(Journey journey) {
        JourneyState state = JourneyState.of(journey);
        return new JourneyRow(
                journey,
                certifications.get(journey.certification()).title(),
                state.messageKey(),
                tone(state),
                next(journey));
    }

    private CasePart.@Nullable NextAction next(Journey journey) {
        return parts.stream()
                .flatMap(part -> part.action(journey, current.get()).stream())
                .findFirst()
                .orElse(null);
    }

    static Tone tone(JourneyState state) {
        return switch (state) {
            case DRAFT -> Tone.BRAND;
            case EXAMINED -> Tone.WAIT;
            case ADMITTED, CERTIFIED -> Tone.OK;
            case REFUSED -> Tone.BAD;
            case DECIDED, ENDED, STOPPED, APPEAL_DISMISSED, ABANDONED, CLOSED -> Tone.NEUTRAL;
        };
    }

    @GetMapping("/journeys/new")
    String before(@RequestParam UUID certification, Model model) {
        CertificationId id = new CertificationId(certification);
        Certification target = certifications.get(id);
        LocalDate today = clock.instant().atZone(LegalClock.ZONE).toLocalDate();
        Openness openness = certifications.openness(id, today);
        model.addAttribute("certification", target);
        model.addAttribute("standard", certifications.standard(id));
        model.addAttribute("regulation", regulations.on(id, today));
        model.addAttribute("closed", openness instanceof Openness.Closed closed ? closed.reason() : null);
        model.addAttribute(
                "frenchPortal", regulations.on(id, today).regime().name().equals("FRANCE_VAE"));
        return "journey/new";
    }

    @PostMapping("/journeys")
    String begin(@RequestParam UUID certification) {
        JourneyId id = journeys.begin(new CertificationId(certification));
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/abandon")
    String abandon(@PathVariable UUID id, RedirectAttributes next) {
        journeys.abandon(new JourneyId(id));
        Flash.ok("journey.abandoned").on(next);
        return "redirect:/journeys/" + id;
    }

    /** Reminders rest until the candidate comes back; dates of the law go on, and the page says so. */
    @PostMapping("/journeys/{id}/pause")
    String pause(@PathVariable UUID id, RedirectAttributes next) {
        journeys.pause(new JourneyId(id));
        Flash.ok("journey.paused").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/resume")
    String resume(@PathVariable UUID id, RedirectAttributes next) {
        journeys.resume(new JourneyId(id));
        Flash.ok("journey.resumed").on(next);
        return "redirect:/journeys/" + id;
    }

    /** @param next what is expected of the candidate; null when nothing is */
    record JourneyRow(Journey journey, String title, String stateKey, Tone tone, CasePart.@Nullable NextAction next) {}
}
