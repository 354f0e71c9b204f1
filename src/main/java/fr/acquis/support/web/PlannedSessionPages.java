package fr.acquis.support.web;

import fr.acquis.forms.RefusedAnswer;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Flash;
import fr.acquis.support.HoursBudgets;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportAccess.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A session is planned, moved or called off. */
@Controller
class PlannedSessionPages {

    private final SupportScene scene;
    private final PlannedSessions planned;
    private final HoursBudgets budgets;
    private final MessageSource messages;

    PlannedSessionPages(SupportScene scene, PlannedSessions planned, HoursBudgets budgets, MessageSource messages) {
        this.scene = scene;
        this.planned = planned;
        this.budgets = budgets;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/support/planned/new")
    String write(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", new SessionForm());
        return plan(id, model, locale);
    }

    @PostMapping("/journeys/{id}/support/planned")
    String plan(
            @PathVariable UUID id,
            @ModelAttribute("form") SessionForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!done(form, binding, locale, wish -> planned.plan(new JourneyId(id), wish))) {
            response.setStatus(422);
            return plan(id, model, locale);
        }
        Flash.ok("support.planned.done").on(next);
        return SupportFollowUpPages.back(id);
    }

    private String plan(UUID id, Model model, Locale locale) {
        form(id, model, locale, "support.planned.new");
        model.addAttribute("meeting", null);
        return "support/session-form";
    }

    @GetMapping("/journeys/{id}/support/planned/{session}")
    String change(@PathVariable UUID id, @PathVariable UUID session, Model model, Locale locale) {
        model.addAttribute("form", SessionForm.of(planned.get(new JourneyId(id), session)));
        return change(id, session, model, locale, "support.planned.change");
    }

    @PostMapping("/journeys/{id}/support/planned/{session}")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID session,
            @ModelAttribute("form") SessionForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!done(form, binding, locale, wish -> planned.move(new JourneyId(id), session, wish))) {
            response.setStatus(422);
            return change(id, session, model, locale, "support.planned.change");
        }
        Flash.ok("support.planned.moved").on(next);
        return SupportFollowUpPages.back(id);
    }

    @PostMapping("/journeys/{id}/support/planned/{session}/cancellation")
    String cancel(
            @PathVariable UUID id,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            planned.cancel(new JourneyId(id), session, reason);
        } catch (RefusedAnswer refused) {
            response.setStatus(422);
            model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
            model.addAttribute("typed", reason);
            return change(id, session, model, locale);
        }
        Flash.ok("support.planned.cancelled").on(next);
        return SupportFollowUpPages.back(id);
    }

    private String change(UUID id, UUID session, Model model, Locale locale, String here) {
        PlannedSession before = planned.get(new JourneyId(id), session);
        form(id, model, locale, here);
        model.addAttribute("meeting", before);
        return "support/session-form";
    }

    private void form(UUID id, Model model, Locale locale, String here) {
        View view = scene.open(new JourneyId(id), model, locale, here);
        boolean candidateMayCallOff = view.own() && here.equals("support.planned.change");
        if (!view.underWay() || !view.staff() && !candidateMayCallOff) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        model.addAttribute("budget", budgets.of(view.journey()));
        model.addAttribute("here", here);
        model.addAttribute(
                "places",
                Arrays.stream(Place.values())
                        .map(place ->
                                new Choice(place.name(), messages.getMessage(place.messageKey(), null, locale), null))
                        .toList());
        model.addAttribute("lengths", lengths(locale));
    }

    private List<Choice> lengths(Locale locale) {
        return IntStream.of(30, 45, 60, 90, 120, 150, 180, 240, 360)
                .mapToObj(minutes -> new Choice(
                        String.valueOf(minutes),
                        messages.getMessage("support.minutes", new Object[] {minutes / 60.0}, locale),
                        null))
                .toList();
    }

    private boolean done(SessionForm form, BindingResult binding, Locale locale, Consumer<Wish> act) {
        Typed typed = new Typed(binding, messages, locale);
        form.wish(typed).ifPresent(wish -> {
            try {
                act.accept(wish);
            } catch (RefusedAnswer refused) {
                typed.refuse(refused.field(), refused.key(), refused.arguments());
            }
        });
        return typed.holds();
    }
}
