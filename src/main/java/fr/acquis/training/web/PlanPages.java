package fr.acquis.training.web;

import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.training.TrainingPlan;
import fr.acquis.training.TrainingPlans;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidate reads the plan proposed, accepts it or says what should change. */
@Controller
class PlanPages {

    private final TrainingPlans plans;
    private final PlanReading reading;
    private final Journeys journeys;
    private final Certifications certifications;
    private final MessageSource messages;

    PlanPages(
            TrainingPlans plans,
            PlanReading reading,
            Journeys journeys,
            Certifications certifications,
            MessageSource messages) {
        this.plans = plans;
        this.reading = reading;
        this.journeys = journeys;
        this.certifications = certifications;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/plan")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        TrainingPlan plan = plans.latest(journey.id())
                .filter(one -> one.proposedAt() != null)
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "training.refused.no-plan"));
        model.addAttribute("journey", journey);
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("shown", reading.of(journey, plan));
        model.addAttribute("asked", plan.acceptedAt() == null && plan.changesWanted() == null);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("training.plan", null, locale))));
        return "training/plan";
    }

    @PostMapping("/journeys/{id}/plan/acceptance")
    String accept(@PathVariable UUID id, RedirectAttributes next) {
        plans.accept(new JourneyId(id));
        Flash.ok("training.accepted").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/plan/changes")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String changes,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            plans.wantChanges(new JourneyId(id), changes);
        } catch (BusinessRefusal refused) {
            if (refused.kind() != BusinessRefusal.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(422);
            model.addAttribute("changes", changes);
            model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
            return show(id, model, locale);
        }
        Flash.ok("training.changes-sent").on(next);
        return "redirect:/journeys/" + id;
    }
}
