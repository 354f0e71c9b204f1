package fr.acquis.support.web;

import fr.acquis.forms.RefusedAnswer;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.support.Attendances;
import fr.acquis.support.CheckIns;
import fr.acquis.support.HoursBudgets;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.SupportExports;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSessions;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
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

/** The support of a case on one page: hours, agreement, sessions to come, the sheet of attendance, how it goes. */
@Controller
class SupportFollowUpPages {

    private final SupportScene scene;
    private final SupportAgreements agreements;
    private final PlannedSessions planned;
    private final SupportSessions sessions;
    private final Attendances attendances;
    private final CheckIns checkIns;
    private final HoursBudgets budgets;
    private final SupportExports exports;
    private final MessageSource messages;
    private final Clock clock;

    SupportFollowUpPages(
            SupportScene scene,
            SupportAgreements agreements,
            PlannedSessions planned,
            SupportSessions sessions,
            Attendances attendances,
            CheckIns checkIns,
            HoursBudgets budgets,
            SupportExports exports,
            MessageSource messages,
            Clock clock) {
        this.scene = scene;
        this.agreements = agreements;
        this.planned = planned;
        this.sessions = sessions;
        this.attendances = attendances;
        this.checkIns = checkIns;
        this.budgets = budgets;
        this.exports = exports;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journeys/{id}/support/follow-up")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        View view = scene.open(journey, model, locale, null);
        model.addAttribute("budget", budgets.of(view.journey()));
        model.addAttribute("agreements", agreements.of(journey));
        model.addAttribute("planned", planned.of(journey));
        model.addAttribute("now", clock.instant());
        model.addAttribute("held", sessions.of(journey, view.reader().id()));
        model.addAttribute("checkIns", checkIns.of(journey));
        model.addAttribute("exports", view.staff() ? exports.of(journey) : null);
        return "support/follow-up";
    }

    @PostMapping("/journeys/{id}/support/sessions/{number}/signature")
    String sign(@PathVariable UUID id, @PathVariable int number, RedirectAttributes next) {
        attendances.sign(new JourneyId(id), number);
        Flash.ok("support.attendance.signed").on(next);
        return back(id);
    }

    @PostMapping("/journeys/{id}/support/sessions/{number}/dispute")
    String dispute(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String word,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            attendances.dispute(new JourneyId(id), number, word);
        } catch (RefusedAnswer refused) {
            model.addAttribute("typed", word);
            return refused(id, "dispute-" + number, refused, model, locale, response);
        }
        Flash.ok("support.attendance.disputed").on(next);
        return back(id);
    }

    @PostMapping("/journeys/{id}/support/sessions/{number}/correction")
    String correct(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam Attendance attendance,
            @RequestParam(defaultValue = "") String why,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            attendances.correct(new JourneyId(id), number, hours(hours), attendance, why);
        } catch (RefusedAnswer refused) {
            model.addAttribute("typed", why);
            model.addAttribute("typedHours", hours);
            model.addAttribute("typedAttendance", attendance);
            return refused(id, "correct-" + number, refused, model, locale, response);
        }
        Flash.ok("support.attendance.corrected").on(next);
        return back(id);
    }

    private static BigDecimal hours(String text) {
        try {
            return new BigDecimal(text.strip().replace(',', '.'));
        } catch (NumberFormatException unreadable) {
            throw new RefusedAnswer("hours", "support.refused.no-hours");
        }
    }

    private String refused(
            UUID id, String where, RefusedAnswer refused, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("wrongAt", where);
        model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
        return show(id, model, locale);
    }

    static String back(UUID id) {
        return "redirect:/journeys/" + id + "/support/follow-up";
    }
}
