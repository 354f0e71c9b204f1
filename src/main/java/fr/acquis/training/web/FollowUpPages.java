package fr.acquis.training.web;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlan;
import fr.acquis.training.TrainingPlans;
import fr.acquis.training.TrainingProgress;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan under way: each action with its quotes, who pays, its proofs and its state. */
@Controller
class FollowUpPages {

    private final TrainingPlans plans;
    private final TrainingProgress progress;
    private final PlanReading reading;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final MessageSource messages;

    FollowUpPages(
            TrainingPlans plans,
            TrainingProgress progress,
            PlanReading reading,
            Journeys journeys,
            Certifications certifications,
            People people,
            MessageSource messages) {
        this.plans = plans;
        this.progress = progress;
        this.reading = reading;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/plan/follow-up")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!progress.follows(journey)) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        TrainingPlan plan = plans.latest(journey.id())
                .filter(one -> one.acceptedAt() != null)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "training.refused.no-plan"));
        model.addAttribute("journey", journey);
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("shown", reading.of(journey, plan));
        model.addAttribute("quotesAsked", progress.quotesAsked(journey));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("training.follow", null, locale))));
        return "training/follow-up";
    }

    @PostMapping("/journeys/{id}/plan/actions/{action}/quotes")
    String quote(
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        return done(
                id,
                action,
                "quote",
                typed,
                model,
                locale,
                response,
                next,
                "training.quote.kept",
                () -> progress.addQuote(
                        new JourneyId(id),
                        action,
                        new TrainingAction.Quote(
                                typed.getOrDefault("provider", "").strip(),
                                amount(typed.getOrDefault("amount", "")),
                                day(typed.getOrDefault("quotedOn", "")))));
    }

    @PostMapping("/journeys/{id}/plan/actions/{action}/proofs")
    String proof(
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        return done(
                id,
                action,
                "proof",
                typed,
                model,
                locale,
                response,
                next,
                "training.proof.kept",
                () -> progress.addProof(
                        new JourneyId(id),
                        action,
                        typed.getOrDefault("what", ""),
                        day(typed.getOrDefault("datedOn", ""))));
    }

    @PostMapping("/journeys/{id}/plan/actions/{action}/waiver")
    String waive(
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        return done(
                id,
                action,
                "waiver",
                typed,
                model,
                locale,
                response,
                next,
                "training.waiver.kept",
                () -> progress.waiveQuotes(new JourneyId(id), action, typed.getOrDefault("why", "")));
    }

    @PostMapping("/journeys/{id}/plan/actions/{action}/state")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam TrainingAction.State to,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        boolean[] last = new boolean[1];
        String view = done(
                id,
                action,
                "state",
                Map.of(),
                model,
                locale,
                response,
                next,
                "training.moved",
                () -> last[0] = progress.move(new JourneyId(id), action, to));
        if (last[0]) {
            Flash.ok("training.ready").on(next);
            return "redirect:/journeys/" + id;
        }
        return view;
    }

    @PostMapping("/journeys/{id}/plan/readiness")
    String ready(@PathVariable UUID id, RedirectAttributes next) {
        progress.declareReady(new JourneyId(id));
        Flash.ok("training.ready").on(next);
        return "redirect:/journeys/" + id;
    }

    /** What was typed comes back beside its own action when it is refused. */
    private String done(
            UUID id,
            UUID action,
            String part,
            Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            String said,
            Runnable act) {
        try {
            act.run();
        } catch (BusinessRefusal refused) {
            if (refused.kind() != Kind.INVALID) {
                throw refused;
            }
            response.setStatus(422);
            model.addAttribute("wrongAt", part + "-" + action);
            model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
            model.addAttribute("typed", typed);
            return show(id, model, locale);
        }
        Flash.ok(said).on(next);
        return "redirect:/journeys/" + id + "/plan/follow-up";
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text.strip().replace(',', '.').replaceAll("[\\s\\u00a0\\u202f]", ""));
        } catch (NumberFormatException unreadable) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.quote-amount");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new BusinessRefusal(Kind.INVALID, "training.refused.date");
        }
    }
}
