package fr.acquis.award.web;

import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recours: the candidate's page to file one, the manager's to examine it. */
@Controller
class AppealPages {

    private static final List<EvidenceKind> KINDS = List.of(
            EvidenceKind.WORK_CERTIFICATE,
            EvidenceKind.EMPLOYER_ATTESTATION,
            EvidenceKind.PAYSLIP,
            EvidenceKind.WORK_SAMPLE,
            EvidenceKind.OTHER);

    private final Appeals appeals;
    private final Journeys journeys;
    private final Evidences evidences;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;

    AppealPages(
            Appeals appeals,
            Journeys journeys,
            Evidences evidences,
            People people,
            CurrentPerson current,
            MessageSource messages) {
        this.appeals = appeals;
        this.journeys = journeys;
        this.evidences = evidences;
        this.people = people;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/appeal")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        if (journey.candidate().equals(current.get().id())) {
            model.addAttribute("form", new AppealForms.Filing());
            return filing(journey, model, locale);
        }
        requireManager();
        model.addAttribute("form", new AppealForms.Answer());
        return examination(journey, model, locale);
    }

    @PostMapping("/journeys/{id}/appeal")
    String file(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AppealForms.Filing form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        if (result.hasErrors()) {
            response.setStatus(422);
            return filing(journey, model, locale);
        }
        appeals.file(journey.id(), form.getReasons());
        Flash.ok("award.appeal.filed").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/appeal/answer")
    String answer(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AppealForms.Answer form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        if (result.hasErrors()) {
            response.setStatus(422);
            return examination(journey, model, locale);
        }
        appeals.examine(journey.id(), form.getOutcome(), form.getAnswer());
        Flash.ok("award.appeal.answered").on(next);
        return "redirect:/worklist";
    }

    private String filing(Journey journey, Model model, Locale locale) {
        model.addAttribute("journey", journey);
        model.addAttribute("open", appeals.open(journey).orElse(null));
        model.addAttribute("pending", appeals.pending(journey.id()).orElse(null));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("pieces", evidences.list(journey.id()));
        crumbs(model, journey, "/journeys", "journey.mine", locale);
        return "award/appeal";
    }

    private String examination(Journey journey, Model model, Locale locale) {
        Appeal pending = appeals.pending(journey.id()).orElse(null);
        model.addAttribute("journey", journey);
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("pending", pending);
        model.addAttribute(
                "decided", appeals.decided(journey.id(), current.get().id()));
        model.addAttribute("pieces", evidences.list(journey.id()));
        if (pending != null) {
            Appeal.Outcome remedy = pending.about().remedy();
            model.addAttribute("outcomes", List.of(choice(remedy, locale), choice(Appeal.Outcome.DISMISSED, locale)));
        }
        crumbs(model, journey, "/worklist", "journey.cases", locale);
        return "award/examination";
    }

    private Choice choice(Appeal.Outcome outcome, Locale locale) {
        return new Choice(
                outcome.name(),
                messages.getMessage("award.appeal.outcome." + outcome, null, locale),
                messages.getMessage("award.appeal.outcome." + outcome + ".means", null, locale));
    }

    private void requireManager() {
        if (!current.get().is(Role.MANAGER)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
    }

    private void crumbs(Model model, Journey journey, String list, String listKey, Locale locale) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage(listKey, null, locale), list),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("award.appeal", null, locale))));
    }
}
